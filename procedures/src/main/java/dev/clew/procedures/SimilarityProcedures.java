package dev.clew.procedures;

import dev.clew.core.similarity.NodeSimilarity;
import dev.clew.core.similarity.SimilarNodes;
import dev.clew.core.similarity.SimilarityIndex;
import dev.clew.procedures.hook.DatabaseHook;
import dev.clew.procedures.live.StoreIds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** The nodes most like one, by an index of link prediction. */
@NullUnmarked
public final class SimilarityProcedures {
    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    /**
     * One similar node.
     *
     * @param rank from 1
     * @param key the declared key
     * @param answer about the whole answer, the same in each row: index, snapshotVersion, stoppedBy, workDone
     */
    public record SimilarNodeRow(long rank, Object key, Node node, double similarity, Map<String, Object> answer) {}

    @Procedure(name = "clew.similarity.topK", mode = Mode.READ)
    @Description(
            "The users, items or attributes most like one (a node, or the key of an item) by the neighbours they share.")
    public Stream<SimilarNodeRow> topK(
            @Name("node") Object node, @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        SimilarityRequest request =
                SimilarityRequest.open(DatabaseHook.graphsOf(database), options, SimilarityRequest.SEARCH);
        SimilarityIndex index = SimilarityIndex.named(request.settings.text("index"));
        int k = (int) request.settings.integer("k");
        SimilarNodes similar = NodeSimilarity.mostSimilar(
                request.graph, request.measure(index), request.number(node), k, request.budget());
        return rows(request, similar, about(request, index, similar));
    }

    private static Map<String, Object> about(SimilarityRequest request, SimilarityIndex index, SimilarNodes similar) {
        return Map.of(
                "index", index.optionName(),
                "snapshotVersion", request.graph.version(),
                "stoppedBy", similar.stoppedBy().name().toLowerCase(Locale.ROOT),
                "workDone", similar.workDone());
    }

    /** A row a node; one that this transaction sees deleted is left out. */
    private Stream<SimilarNodeRow> rows(SimilarityRequest request, SimilarNodes similar, Map<String, Object> about) {
        List<SimilarNodes.SimilarNode> nodes = similar.nodes();
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> row(request, i + 1, nodes.get(i), about))
                .flatMap(Optional::stream);
    }

    private Optional<SimilarNodeRow> row(
            SimilarityRequest request, int rank, SimilarNodes.SimilarNode similar, Map<String, Object> about) {
        return StoreIds.node(transaction, request.graph.entityId(similar.node()))
                .map(node ->
                        new SimilarNodeRow(rank, request.graph.key(similar.node()), node, similar.similarity(), about));
    }
}
