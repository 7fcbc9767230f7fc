package dev.clew.benchmarks.jmh;

import dev.clew.benchmarks.scale.SyntheticGraph;
import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RelationshipRole;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One step of a walk: the rows of all items of a user are added up, some ten thousand relationships of a graph of a million. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WalkStep {

    private static final int INTERACTIONS = 1_000_000;

    /** Neither busy nor idle. */
    private static final long USER = 5_000;

    private final GraphSnapshot graph = new SyntheticGraph(INTERACTIONS, 1).build();
    private final Neighbours items =
            row(Direction.OUT).at(graph.find(graph.schema().user(), USER));
    private final Neighbours users = row(Direction.IN);
    private final NodeScores sums = new NodeScores(graph.nodeCount());

    private Neighbours row(Direction direction) {
        return graph.neighbours(
                graph.schema().relationshipTypes(RelationshipRole.INTERACTION).get(0), direction);
    }

    /** Adds, and forgets the sums as the next answer would. */
    @Benchmark
    public double step() {
        for (int i = 0; i < items.size(); i++) {
            users.at(items.node(i));
            users.addTo(sums, 1.0 / users.weightSum(), 0, users.size());
        }
        double sum = sums.get(0);
        sums.clear();
        return sum;
    }
}
