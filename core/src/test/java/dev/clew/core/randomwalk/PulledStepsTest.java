package dev.clew.core.randomwalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.chain.Transitions;
import dev.clew.core.chain.TypeWeights;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.recommend.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random graphs with weights, types, loops and parallel relationships, against powers of the whole chain. */
class PulledStepsTest {
    private static final double ALPHA = 0.3;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsTheThirdAndTheFourthStepForwardsAndBackwards(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        Transitions transitions = new Transitions(graph, new TypeWeights(Map.of("RATED", 2.0, "IN_GENRE", 0.5)));
        List<Integer> items = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).role() == NodeRole.ITEM && transitions.total(node) > 0)
                .boxed()
                .toList();
        List<Start> starts = items.stream()
                .limit(3)
                .map(item -> new Start(new Action(item, 0, 1, 0, 0), item % 2 == 0 ? 0.4 : -0.2, Start.Kind.SUMMED))
                .toList();
        double[] expected = new double[graph.nodeCount()];
        NodeScores afterTwo = new NodeScores(graph.nodeCount());
        for (Start start : starts) {
            double[] two = step(graph, transitions, step(graph, transitions, unit(graph, start)));
            double[] three = step(graph, transitions, two);
            double[] four = step(graph, transitions, three);
            for (int node = 0; node < expected.length; node++) {
                afterTwo.add(node, two[node]);
                expected[node] += ALPHA * Math.pow(1 - ALPHA, 3) * (three[node] + (1 - ALPHA) * four[node]);
            }
        }
        try (PulledSteps forwards = PulledSteps.from(afterTwo, graph, ALPHA, transitions, looks -> true)) {
            double[] sums = forwards.to(items);
            for (int i = 0; i < sums.length; i++) {
                assertThat(sums[i]).as("seed %s", seed).isEqualTo(expected[items.get(i)], within(1e-12));
            }
        }
        for (int item : items) {
            try (PulledSteps back = PulledSteps.backFrom(item, graph, ALPHA, transitions, looks -> true)) {
                assertThat(Arrays.stream(back.from(starts)).sum())
                        .as("seed %s", seed)
                        .isEqualTo(expected[item], within(1e-12));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsThatItWasRefusedLeave(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        Transitions transitions = new Transitions(graph, TypeWeights.EQUAL);
        int item = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).role() == NodeRole.ITEM && transitions.total(node) > 0)
                .findFirst()
                .orElseThrow();
        NodeScores afterTwo = new NodeScores(graph.nodeCount());
        try (PulledSteps refused = PulledSteps.from(afterTwo, graph, ALPHA, transitions, looks -> false)) {
            assertThat(refused.to(List.of(item))).containsExactly(0);
            assertThat(refused.isCut()).isTrue();
        }
    }

    private static double[] unit(GraphSnapshot graph, Start start) {
        double[] mass = new double[graph.nodeCount()];
        mass[start.item()] = start.mass();
        return mass;
    }

    private static double[] step(GraphSnapshot graph, Transitions transitions, double[] mass) {
        double[] next = new double[mass.length];
        List<Transitions.Slot> slots = transitions.slots();
        for (int node = 0; node < graph.nodeCount(); node++) {
            for (Transitions.Slot slot : slots) {
                Neighbours row = slot.row().at(node);
                for (int i = 0; mass[node] != 0 && i < row.size(); i++) {
                    next[row.node(i)] += mass[node] * slot.weight() * row.weight(i) / transitions.total(node);
                }
            }
        }
        return next;
    }
}
