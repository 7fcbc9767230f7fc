package dev.clew.benchmarks.jmh;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.TopK;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Picks the best twenty of items with scores at random. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TopItems {

    private static final int ALL = 1_000_000;
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER)),
            List.of(new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes")));

    private final GraphSnapshot graph = items();
    private final NodeScores scores = new NodeScores(ALL);
    private final Query query = Query.of(History.empty(), 20, 0);

    /** Items with a score, spread over a million. */
    @Param({"1000", "100000"})
    private int scored;

    private static GraphSnapshot items() {
        var builder = new GraphBuilder(SCHEMA);
        for (long key = 0; key < ALL; key++) {
            builder.addNode(new GraphNode(1, key, key));
        }
        return builder.build(1);
    }

    /** Draws the scores. */
    @Setup
    public void score() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < scored; i++) {
            scores.add((int) ((long) i * ALL / scored), random.nextDouble());
        }
    }

    /** Listing what has a score counts, too. */
    @Benchmark
    public List<Recommendation> bestTwenty() {
        return TopK.of(graph, query, scores);
    }
}
