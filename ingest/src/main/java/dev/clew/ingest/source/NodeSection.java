package dev.clew.ingest.source;

/**
 * The nodes of a label.
 *
 * @param estimatedRows about how many rows will come; 0 if unknown
 * @param rows reads them from the start, the same each time
 */
public record NodeSection(NodeShape shape, long estimatedRows, RowReader<NodeRow> rows) implements Section {
    @Override
    public String name() {
        return shape.label();
    }
}
