package dev.clew.benchmarks.jmh;

import dev.clew.benchmarks.scale.SyntheticGraph;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a commit of one interaction costs the snapshot of a graph of a million, by the item it falls on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowMerge {

    private static final int INTERACTIONS = 1_000_000;
    private static final long USER = 5_000;
    private static final long NEW_RELATIONSHIP = 1L << 38;

    private final GraphSnapshot built = new SyntheticGraph(INTERACTIONS, 1).build();

    /** Item 0 is the most popular one, 1,000 neither popular nor not. */
    @Param({"0", "1000"})
    private long item;

    private List<GraphChange> put = List.of();
    private List<GraphChange> removed = List.of();
    private GraphSnapshot changed = built;

    /** Makes the commit and its opposite. */
    @Setup
    public void commit() {
        int type = built.schema()
                .relationshipTypes(RelationshipRole.INTERACTION)
                .get(0)
                .index();
        GraphNode user = node(built.schema().user(), USER);
        GraphNode popular = node(built.schema().item(), item);
        put = List.of(new GraphChange.RelationshipPut(type, NEW_RELATIONSHIP, user, popular, 1, 0));
        removed = List.of(
                new GraphChange.RelationshipRemoved(type, NEW_RELATIONSHIP, user.entityId(), popular.entityId()));
        changed = built.apply(put);
    }

    private GraphNode node(NodeType type, long key) {
        return new GraphNode(type.index(), key, built.entityId(built.find(type, key)));
    }

    /** Onto rows as they were built. */
    @Benchmark
    public GraphSnapshot addToBuiltRows() {
        return built.apply(put);
    }

    /** From rows that a commit has changed already. */
    @Benchmark
    public GraphSnapshot removeFromChangedRows() {
        return changed.apply(removed);
    }
}
