package dev.clew.gnn.store;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Stands in for the plugin's procedure: changes the pointer as it does. */
public final class PublishStandIn {
    @Context
    public @Nullable Transaction transaction;

    public record Row(long version) {}

    @Procedure(name = "clew.model.publish", mode = Mode.WRITE)
    public Stream<Row> publish(@Name("version") long version, @Name("options") Map<String, Object> options) {
        Objects.requireNonNull(transaction).execute("""
                MATCH (model:ClewModel {graph: $graph, version: $version, state: 'ready'})
                MERGE (live:ClewLiveModel {graph: $graph, recommender: model.recommender})
                SET live.previous = live.version, live.version = $version""", Map.of("graph", options.get("graph"), "version", version));
        return Stream.of(new Row(version));
    }
}
