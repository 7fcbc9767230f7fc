package dev.clew.ingest.source;

/**
 * The relationships of a type between two labels.
 *
 * @param estimatedRows about how many rows will come; 0 if unknown
 * @param rows reads them from the start, the same each time; rows of one start node next to each other load fastest
 */
public record RelationshipSection(RelationshipShape shape, long estimatedRows, RowReader<RelationshipRow> rows)
        implements Section {
    @Override
    public String name() {
        return shape.type();
    }
}
