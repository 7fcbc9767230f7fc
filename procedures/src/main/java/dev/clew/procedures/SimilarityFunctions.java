package dev.clew.procedures;

import dev.clew.core.similarity.NodeSimilarity;
import dev.clew.core.similarity.SimilarityIndex;
import dev.clew.procedures.hook.DatabaseHook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.UserFunction;

/**
 * How alike two nodes are: numbers for any Cypher expression. Each takes two nodes (or keys of items), and gives null where one of them is null, as functions
 * of Cypher do.
 */
@NullUnmarked
public final class SimilarityFunctions {
    @Context
    public GraphDatabaseService database;

    @UserFunction("clew.similarity.commonNeighbors")
    @Description("How many neighbours two nodes share.")
    public @Nullable Double commonNeighbors(
            @Name("a") Object a,
            @Name("b") Object b,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return similarity(SimilarityIndex.COMMON_NEIGHBORS, a, b, options);
    }

    @UserFunction("clew.similarity.jaccard")
    @Description("Shared neighbours of two nodes in all neighbours of either, in [0, 1].")
    public @Nullable Double jaccard(
            @Name("a") Object a,
            @Name("b") Object b,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return similarity(SimilarityIndex.JACCARD, a, b, options);
    }

    @UserFunction("clew.similarity.overlap")
    @Description("Shared neighbours of two nodes in those of the one that has fewer (Szymkiewicz-Simpson), in [0, 1].")
    public @Nullable Double overlap(
            @Name("a") Object a,
            @Name("b") Object b,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return similarity(SimilarityIndex.OVERLAP, a, b, options);
    }

    @UserFunction("clew.similarity.cosine")
    @Description("The cosine of the angle between the neighbourhoods of two nodes, in [0, 1].")
    public @Nullable Double cosine(
            @Name("a") Object a,
            @Name("b") Object b,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return similarity(SimilarityIndex.COSINE, a, b, options);
    }

    @UserFunction("clew.similarity.adamicAdar")
    @Description("Shared neighbours of two nodes, each worth 1 / log of its degree.")
    public @Nullable Double adamicAdar(
            @Name("a") Object a,
            @Name("b") Object b,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return similarity(SimilarityIndex.ADAMIC_ADAR, a, b, options);
    }

    @UserFunction("clew.similarity.resourceAllocation")
    @Description("Shared neighbours of two nodes, each worth 1 / its degree.")
    public @Nullable Double resourceAllocation(
            @Name("a") Object a,
            @Name("b") Object b,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return similarity(SimilarityIndex.RESOURCE_ALLOCATION, a, b, options);
    }

    @UserFunction("clew.similarity.preferentialAttachment")
    @Description("The product of the numbers of neighbours of two nodes.")
    public @Nullable Double preferentialAttachment(
            @Name("a") Object a,
            @Name("b") Object b,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        return similarity(SimilarityIndex.PREFERENTIAL_ATTACHMENT, a, b, options);
    }

    @UserFunction("clew.similarity.pathSim")
    @Description(
            "Walks between two nodes along the symmetric meta-path in options.path, beside those from each back to itself, in [0, 1].")
    public @Nullable Double pathSim(
            @Name("a") Object a, @Name("b") Object b, @Name("options") Map<String, Object> options) {
        return similarity(SimilarityIndex.PATH_SIM, a, b, options);
    }

    private @Nullable Double similarity(SimilarityIndex index, Object a, Object b, Map<String, Object> options) {
        if (a == null || b == null) {
            return null;
        }
        SimilarityRequest request = SimilarityRequest.open(DatabaseHook.graphsOf(database), options, List.of());
        return NodeSimilarity.between(
                        request.graph, request.measure(index), request.number(a), request.number(b), request.budget())
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The work ended before all neighbours were looked at. Ask with a longer timeoutMillis, or without maxWork."));
    }
}
