package dev.clew.ingest.mapping;

import java.util.List;
import java.util.Map;

/**
 * What a mapping file says, checked.
 *
 * @param declaration the map for {@code clew.graph.declare}; empty if the file has none
 */
record Mapping(List<MappedFile> files, Map<String, Object> declaration) {

    /** One data file and what its columns become. */
    record MappedFile(Position at, DataFile data, List<NodeMapping> nodes, List<RelationshipMapping> relationships) {}

    /** Nodes: one for each value of the key. */
    record NodeMapping(Position at, String label, ColumnMapping key, List<ColumnMapping> properties) {}

    /** Relationships: one for each pair of values of the two ends. */
    record RelationshipMapping(
            Position at,
            String type,
            EndMapping from,
            EndMapping to,
            List<ColumnMapping> properties,
            List<String> identity) {}

    /** An end: a label and the column that has the key of its nodes. Property and type of the key are those of the label's nodes. */
    record EndMapping(String label, ColumnMapping key) {}
}
