package dev.clew.ingest.load;

import dev.clew.ingest.source.NodeRow;
import dev.clew.ingest.source.NodeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Merges nodes by their key. */
final class NodeWriter implements RowWriter<NodeRow> {
    private final String statement;

    NodeWriter(NodeShape shape) {
        this.statement = Statements.mergeNodes(shape);
    }

    @Override
    public BatchResult write(TransactionContext transaction, List<NodeRow> rows) {
        List<List<@Nullable Object>> parameter =
                rows.stream().map(NodeWriter::parameter).toList();
        var counters =
                transaction.run(statement, Map.of("rows", parameter)).consume().counters();
        return new BatchResult(counters.nodesCreated(), List.of());
    }

    private static List<@Nullable Object> parameter(NodeRow row) {
        List<@Nullable Object> values = new ArrayList<>(row.properties().size() + 1);
        values.add(row.key());
        values.addAll(row.properties());
        return values;
    }
}
