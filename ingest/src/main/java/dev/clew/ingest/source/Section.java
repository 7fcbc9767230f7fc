package dev.clew.ingest.source;

/** Rows of one shape: the nodes of a label or the relationships of a type. */
public sealed interface Section permits NodeSection, RelationshipSection {

    /** The label or type, for progress and summaries. */
    String name();

    /** About how many rows will come, for progress; 0 if unknown. */
    long estimatedRows();
}
