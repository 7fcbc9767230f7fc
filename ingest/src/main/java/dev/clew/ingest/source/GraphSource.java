package dev.clew.ingest.source;

import java.util.List;
import java.util.Map;

/**
 * A graph as records: what to write into a database, or to read without one.
 *
 * <p>The loader writes {@link #sections} in their order; an evaluator reads the same sections straight into memory and takes from
 * {@link #declaration} what the labels and types mean. A source may be read many times and gives the same rows in the same order each
 * time, which is what lets a killed load go on where it stopped.
 */
public interface GraphSource {

    /** The format's name as commands write it: {@code sample}, {@code movielens}, {@code triples}, {@code csv}, {@code jsonl}. */
    String name();

    /** The same text for the same content, another for any other: a load is only continued with the data it began with. */
    String fingerprint();

    /** All rows, nodes before the relationships that need them. */
    List<Section> sections();

    /** The map for {@code clew.graph.declare}; empty if the data comes without one. Names only what occurs in the data. */
    Map<String, Object> declaration();

    /** Interactions that the data sets aside for testing; never loaded. Empty for data without a given split. */
    default List<RelationshipSection> heldOut() {
        return List.of();
    }
}
