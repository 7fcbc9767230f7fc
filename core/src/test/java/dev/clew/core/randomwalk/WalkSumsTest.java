package dev.clew.core.randomwalk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.chain.Transitions;
import dev.clew.core.chain.TypeWeights;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.WorkMeter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkSumsTest {
    private static final int NODE = 1;
    private static final int OTHER = 2;

    private final GraphSnapshot graph = GraphFixture.graphOf("u-LIKES->a, u-LIKES->b");
    private final RandomSteps steps = new RandomSteps(
            graph,
            new Transitions(graph, new TypeWeights(Map.of())),
            new WalkRandom(0),
            new WorkMeter(Budget.UNLIMITED));

    @Test
    void whatWasLeftNearIsInTheSumsUntilItIsDropped() {
        try (WalkSums sums = new WalkSums(new NodeScoresPool(), graph.nodeCount(), true)) {
            add(sums, NODE, true, 4);
            assertThat(sums.all().get(NODE)).isEqualTo(4);
            add(sums, NODE, false, 1);
            add(sums, OTHER, true, 8);
            assertThat(sums.all().get(NODE)).isEqualTo(5);

            sums.dropNear(NODE);

            assertThat(sums.all().get(NODE)).isEqualTo(1);
            assertThat(sums.all().get(OTHER)).isEqualTo(8);
        }
    }

    @Test
    void sumsAreTheSameWhereNothingIsKeptApart() {
        try (WalkSums sums = new WalkSums(new NodeScoresPool(), graph.nodeCount(), false)) {
            add(sums, NODE, true, 4);
            add(sums, NODE, false, 1);

            assertThat(sums.all().get(NODE)).isEqualTo(5);
        }
    }

    private void add(WalkSums sums, int node, boolean isNear, double value) {
        Deposits deposits = new Deposits();
        deposits.walkFrom(0, isNear);
        deposits.add(node, Deposits.AT_NODE, 0, 0, value);
        sums.add(deposits, 0, steps);
    }
}
