package dev.clew.ingest.load;

import dev.clew.ingest.source.NodeKey;
import dev.clew.ingest.source.Rejection;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;

/** Writes relationships between nodes that exist, and rejects rows whose ends do not. */
final class RelationshipWriter implements RowWriter<RelationshipRow> {
    private final RelationshipShape shape;
    private final String statement;

    /**
     * A writer.
     *
     * @param fresh whether no relationship of the type can be there already; then, and if rows are distinct, they are created without
     *     looking
     */
    RelationshipWriter(RelationshipShape shape, boolean fresh) {
        this.shape = shape;
        this.statement = fresh && shape.distinct()
                ? Statements.createRelationships(shape)
                : Statements.mergeRelationships(shape);
    }

    @Override
    public BatchResult write(TransactionContext transaction, List<RelationshipRow> rows) {
        Result result = transaction.run(statement, Map.of("rows", grouped(rows)));
        long written = result.single().get("written").asLong();
        long created = result.consume().counters().relationshipsCreated();
        List<Rejection> rejections = written == rows.size() ? List.of() : withoutEnds(transaction, rows);
        return new BatchResult(created, rejections);
    }

    private static List<List<Object>> grouped(List<RelationshipRow> rows) {
        Map<Object, List<Object>> groups = new LinkedHashMap<>();
        for (RelationshipRow row : rows) {
            groups.computeIfAbsent(row.from(), any -> new ArrayList<>()).add(edge(row));
        }
        return groups.entrySet().stream()
                .map(group -> List.of(group.getKey(), group.getValue()))
                .toList();
    }

    private static List<@Nullable Object> edge(RelationshipRow row) {
        List<@Nullable Object> values = new ArrayList<>(row.properties().size() + 1);
        values.add(row.to());
        values.addAll(row.properties());
        return values;
    }

    private List<Rejection> withoutEnds(TransactionContext transaction, List<RelationshipRow> rows) {
        Set<Object> noFrom = missing(transaction, shape.from(), rows, RelationshipRow::from);
        Set<Object> noTo = missing(transaction, shape.to(), rows, RelationshipRow::to);
        List<Rejection> rejections = new ArrayList<>();
        for (RelationshipRow row : rows) {
            if (noFrom.contains(row.from())) {
                rejections.add(rejection(row, shape.from(), row.from()));
            } else if (noTo.contains(row.to())) {
                rejections.add(rejection(row, shape.to(), row.to()));
            }
        }
        return rejections;
    }

    private static Set<Object> missing(
            TransactionContext transaction,
            NodeKey key,
            List<RelationshipRow> rows,
            Function<RelationshipRow, Object> end) {
        List<Object> keys = rows.stream().map(end).distinct().toList();
        return transaction.run(Statements.missing(key), Map.of("keys", keys)).stream()
                .map(record -> record.get("key").asObject())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Rejection rejection(RelationshipRow row, NodeKey end, Object key) {
        String reason =
                shape.type() + " needs a " + end.label() + " with " + end.key() + " " + key + ", and there is none.";
        return new Rejection(row.origin(), reason, row.from() + " " + shape.type() + " " + row.to());
    }
}
