package dev.clew.core.pagerank;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.jgrapht.JGraphTView;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.StoppedBy;
import dev.clew.core.recommend.WorkMeter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.AsUndirectedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardPushTest {
    private static final PageRankParameters HALF = new PageRankParameters(0.5, 1e-14, Map.of());

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /**
     * On the line a - u - b from a with alpha = 1/2: pi(a) = 1/2 + pi(u)/4, pi(u) = (pi(a) + pi(b))/2, pi(b) = pi(u)/4, and their sum is 1. So pi(u) =
     * 1/3, pi(b) = 1/12 and pi(a) = 7/12.
     */
    @Test
    void solvesALineOfThreeNodes() {
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES->b");
        NodeScores scores = run(graph, HALF, vector(graph, "a", 1)).estimate();
        assertThat(scores.get(node(graph, "a"))).isEqualTo(7 / 12.0, within(1e-12));
        assertThat(scores.get(node(graph, "u"))).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(scores.get(node(graph, "b"))).isEqualTo(1 / 12.0, within(1e-12));
    }

    /** From u the first step goes to a with 3/4: pi(a) = 3/8 pi(u), pi(b) = 1/8 pi(u), pi(u) = 1/2 + (pi(a) + pi(b))/2 = 2/3. */
    @Test
    void walksInProportionToWeights() {
        GraphSnapshot graph = graphOf("u-LIKES:3->a, u-LIKES->b");
        NodeScores scores = run(graph, HALF, vector(graph, "u", 1)).estimate();
        assertThat(scores.get(node(graph, "u"))).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(scores.get(node(graph, "a"))).isEqualTo(1 / 4.0, within(1e-12));
        assertThat(scores.get(node(graph, "b"))).isEqualTo(1 / 12.0, within(1e-12));
    }

    /** The same graph by the weight of a type: three to one. */
    @Test
    void walksInProportionToTheWeightsOfTypes() {
        GraphSnapshot graph = graphOf("a-GENRE->g, a-ACTED_BY->p");
        PageRankParameters parameters = new PageRankParameters(0.5, 1e-14, Map.of("GENRE", 3.0));
        NodeScores scores = run(graph, parameters, vector(graph, "a", 1)).estimate();
        assertThat(scores.get(node(graph, "g"))).isEqualTo(1 / 4.0, within(1e-12));
        assertThat(scores.get(node(graph, "p"))).isEqualTo(1 / 12.0, within(1e-12));
    }

    @Test
    void neverWalksATypeOfNoWeight() {
        GraphSnapshot graph = graphOf("a-GENRE->g, a-ACTED_BY->p");
        PageRankParameters parameters = new PageRankParameters(0.5, 1e-14, Map.of("GENRE", 0.0));
        NodeScores scores = run(graph, parameters, vector(graph, "a", 1)).estimate();
        assertThat(scores.get(node(graph, "g"))).isZero();
        assertThat(scores.get(node(graph, "p"))).isEqualTo(1 / 3.0, within(1e-12));
    }

    @Test
    void staysWhereThereIsNowhereToGo() {
        GraphSnapshot graph = graphOf("u-LIKES:-1->a, v-LIKES->b");
        ForwardPush push = run(graph, HALF, vector(graph, "a", 1));
        assertThat(push.estimate().get(node(graph, "a"))).isEqualTo(1);
        assertThat(push.residual(node(graph, "a"))).isZero();
    }

    @Test
    void takesFromWhatARejectedSeedLeadsTo() {
        GraphSnapshot graph = graphOf("a-GENRE->g, b-GENRE->g, c-GENRE->h, d-GENRE->h");
        NodeScores scores = run(graph, HALF, vector(graph, "a", 0.5, "c", -0.5)).estimate();
        assertThat(scores.get(node(graph, "b"))).isEqualTo(1 / 24.0, within(1e-12));
        assertThat(scores.get(node(graph, "d"))).isEqualTo(-1 / 24.0, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWithinItsBoundOfTheExactSolution(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (double tolerance : new double[] {1e-1, 1e-2, 1e-4, 1e-10}) {
            PageRankParameters parameters = parameters(random, tolerance);
            double[] seeds = randomSeeds(random, graph, true);
            DensePageRank dense = new DensePageRank(graph, parameters);
            double[] exact = dense.scores(seeds, parameters.restartProbability());
            ForwardPush push = run(graph, parameters, vector(seeds));
            double worst = IntStream.range(0, seeds.length)
                    .filter(x -> dense.total[x] > 0)
                    .mapToDouble(x -> dense.count[x] / dense.total[x])
                    .max()
                    .orElse(0);
            for (int t = 0; t < seeds.length; t++) {
                assertThat(push.estimate().get(t))
                        .as("node %s, %s, seed %s", t, parameters, seed)
                        .isEqualTo(exact[t], within(tolerance * dense.total[t] * worst + 1e-12));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void losesNoMass(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ForwardPush push = run(graph, parameters(random, 1e-2), vector(randomSeeds(random, graph, false)));
        assertThat(mass(graph, push)).as("seed %s", seed).isEqualTo(1, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scoresTheSameHoweverNodesAreNumbered(long seed) {
        PageRankParameters parameters = new PageRankParameters(0.15, 1e-14, Map.of("LIKES", 2.0));
        GraphSnapshot graph = RandomGraph.of(seed).build();
        GraphSnapshot other = RandomGraph.of(seed).relabelled(seed);
        NodeScores scores =
                run(graph, parameters, vector(graph, "i0", 0.7, "i1", -0.3)).estimate();
        NodeScores others =
                run(other, parameters, vector(other, "i0", 0.7, "i1", -0.3)).estimate();
        for (int node = 0; node < graph.nodeCount(); node++) {
            int same = other.findEntity(graph.entityId(node));
            assertThat(others.get(same)).as("seed %s", seed).isEqualTo(scores.get(node), within(1e-11));
        }
    }

    /** JGraphT has no personalised PageRank: its teleport goes everywhere, as do our seeds here. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithJGraphTWhereEveryNodeIsASeed(long seed) {
        GraphSnapshot graph = withoutLoneNodes(RandomGraph.of(seed).build());
        if (graph.nodeCount() == 0) {
            return;
        }
        double[] seeds = new double[graph.nodeCount()];
        Arrays.fill(seeds, 1.0 / seeds.length);
        NodeScores scores = run(graph, new PageRankParameters(0.15, 1e-14, Map.of()), vector(seeds))
                .estimate();
        PageRank<Integer, ?> reference =
                new PageRank<>(new AsUndirectedGraph<>(JGraphTView.of(graph)), 0.85, 1000, 1e-14);
        for (int node = 0; node < seeds.length; node++) {
            assertThat(scores.get(node))
                    .as("node %s, seed %s", node, seed)
                    .isEqualTo(reference.getVertexScore((Integer) node), within(1e-9));
        }
    }

    /** The exact solution is the estimate and what is still to come of the residual, wherever the work was cut. */
    @Test
    void keepsItsInvariantWhereverTheBudgetCutsIt() {
        GraphSnapshot graph = hub(3 * Budget.BATCH + 100);
        PageRankParameters parameters = new PageRankParameters(0.2, 1e-9, Map.of());
        NodeScores seeds = vector(graph, "i1", 1);
        DenseFreeCheck check = new DenseFreeCheck(graph, parameters);
        boolean cutInARow = false;
        for (int work = 0; work < 12; work++) {
            WorkMeter meter = new WorkMeter(new Budget(work, Budget.NO_DEADLINE));
            ForwardPush push = ForwardPush.run(graph, parameters, seeds, meter);
            assertThat(meter.stoppedBy()).isEqualTo(StoppedBy.WORK);
            assertThat(meter.workDone()).isEqualTo(work);
            assertThat(mass(graph, push)).as("work %s", work).isEqualTo(1, within(1e-12));
            check.invariant(push, seeds, 0.2, work);
            cutInARow |= push.residual(node(graph, "i0")) == 0
                    && work > 0
                    && push.estimate().get(node(graph, "i0")) > 0;
        }
        assertThat(cutInARow).as("some budget ends within the row of the hub").isTrue();
    }

    @Test
    void givesTheSameBytesForTheSameWork() {
        GraphSnapshot graph = hub(2 * Budget.BATCH);
        PageRankParameters parameters = new PageRankParameters(0.2, 1e-9, Map.of());
        WorkMeter meter = new WorkMeter(new Budget(5, Budget.NO_DEADLINE));
        NodeScores first = ForwardPush.run(graph, parameters, vector(graph, "i1", 1), meter)
                .estimate();
        WorkMeter again = new WorkMeter(new Budget(meter.workDone(), Budget.NO_DEADLINE));
        NodeScores second = ForwardPush.run(graph, parameters, vector(graph, "i1", 1), again)
                .estimate();
        for (int node = 0; node < graph.nodeCount(); node++) {
            assertThat(second.get(node)).isEqualTo(first.get(node));
        }
    }

    /** Each relationship puts at most one node into the queue, and the seed is there from the start. */
    @Test
    void looksAtNoMoreThanItsBoundOfRelationshipsAndNodes() {
        GraphSnapshot graph = hub(5_000);
        for (double tolerance : new double[] {1e-4, 1e-5, 1e-6}) {
            WorkMeter meter = new WorkMeter(Budget.UNLIMITED);
            ForwardPush.run(graph, new PageRankParameters(0.2, tolerance, Map.of()), vector(graph, "i1", 1), meter);
            assertThat((meter.workDone() - 1) * Budget.BATCH)
                    .as("tolerance %s", tolerance)
                    .isLessThanOrEqualTo(1 + 2 * (long) Math.ceil(1 / (0.2 * tolerance)));
        }
    }

    /** Checks p(t) = alpha * (s(t) - r(t)) + (1 - alpha) * sum over v of p(v) P(v, t) over the relationships, without a matrix. */
    private static final class DenseFreeCheck {
        private final RecommendationGraph graph;
        private final RelationshipType likes;
        private final Transitions transitions;

        DenseFreeCheck(RecommendationGraph graph, PageRankParameters parameters) {
            this.graph = graph;
            this.likes = graph.schema().relationshipTypes().get(0);
            this.transitions = new Transitions(graph, parameters.weights());
        }

        void invariant(ForwardPush push, NodeScores seeds, double alpha, int work) {
            double[] flow = new double[graph.nodeCount()];
            for (int v = 0; v < flow.length; v++) {
                for (var direction : dev.clew.core.graph.Direction.values()) {
                    var row = graph.neighbours(likes, direction).at(v);
                    for (int i = 0; i < row.size(); i++) {
                        flow[row.node(i)] += push.estimate().get(v) * row.weight(i) / transitions.total(v);
                    }
                }
            }
            for (int t = 0; t < flow.length; t++) {
                double expected = alpha * (seeds.get(t) - push.residual(t)) + (1 - alpha) * flow[t];
                if (Math.abs(push.estimate().get(t) - expected) > 1e-13) {
                    assertThat(push.estimate().get(t))
                            .as("node %s, work %s", t, work)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Item i0 liked by everybody, and each of them likes one of ten other items. */
    static GraphSnapshot hub(int users) {
        GraphSchema schema = GraphFixture.schema(List.of("LIKES"), List.of(), List.of());
        GraphBuilder builder = new GraphBuilder(schema);
        RelationshipType likes = schema.relationshipTypes().get(0);
        int[] items = IntStream.range(0, 11)
                .map(i -> builder.addNode(new GraphNode(1, "i" + i, i)))
                .toArray();
        for (int i = 0; i < users; i++) {
            int user = builder.addNode(new GraphNode(0, "u" + i, 100 + i));
            builder.addRelationship(likes, user, items[0], 1, 0, 2L * i);
            builder.addRelationship(likes, user, items[1 + i % 10], 1 + i % 3, 0, 2L * i + 1);
        }
        return builder.build(1);
    }

    private static GraphSnapshot withoutLoneNodes(GraphSnapshot graph) {
        DensePageRank dense = new DensePageRank(graph, PageRankParameters.DEFAULT);
        GraphBuilder builder = new GraphBuilder(graph.schema());
        int[] numbers = new int[graph.nodeCount()];
        for (int node = 0; node < numbers.length; node++) {
            numbers[node] = dense.total[node] == 0
                    ? -1
                    : builder.addNode(
                            new GraphNode(graph.nodeType(node).index(), graph.key(node), graph.entityId(node)));
        }
        for (RelationshipType type : graph.schema().relationshipTypes()) {
            for (int node = 0; node < numbers.length; node++) {
                var row = graph.neighbours(type, dev.clew.core.graph.Direction.OUT)
                        .at(node);
                for (int i = 0; i < row.size(); i++) {
                    // JGraphT lets a loop count once, the push counts it from both its ends.
                    if (row.node(i) != node) {
                        builder.addRelationship(
                                type, numbers[node], numbers[row.node(i)], row.weight(i), 0, row.relationshipId(i));
                    }
                }
            }
        }
        GraphSnapshot without = builder.build(1);
        boolean lone = new DensePageRank(without, PageRankParameters.DEFAULT).hasLoneNode();
        return lone ? withoutLoneNodes(without) : without;
    }

    private static PageRankParameters parameters(RandomGenerator random, double tolerance) {
        return new PageRankParameters(
                random.nextDouble(0.05, 0.9),
                tolerance,
                Map.of("LIKES", random.nextDouble(0.1, 3), "SEQUEL_OF", (double) random.nextInt(2)));
    }

    /** Magnitudes sum to 1. */
    private static double[] randomSeeds(RandomGenerator random, GraphSnapshot graph, boolean signed) {
        double[] seeds = new double[graph.nodeCount()];
        for (int i = 0; i < 3; i++) {
            seeds[random.nextInt(seeds.length)] += random.nextDouble(0.1, 1) * (signed && i == 2 ? -1 : 1);
        }
        double total = Arrays.stream(seeds).map(Math::abs).sum();
        return Arrays.stream(seeds).map(seed -> seed / total).toArray();
    }

    private static ForwardPush run(GraphSnapshot graph, PageRankParameters parameters, NodeScores seeds) {
        return ForwardPush.run(graph, parameters, seeds, new WorkMeter(Budget.UNLIMITED));
    }

    private static double mass(GraphSnapshot graph, ForwardPush push) {
        return IntStream.range(0, graph.nodeCount())
                .mapToDouble(node -> push.estimate().get(node) + push.residual(node))
                .sum();
    }

    static NodeScores vector(double[] values) {
        NodeScores scores = new NodeScores(values.length);
        for (int node = 0; node < values.length; node++) {
            if (values[node] != 0) {
                scores.add(node, values[node]);
            }
        }
        return scores;
    }

    static NodeScores vector(GraphSnapshot graph, Object... namesAndValues) {
        NodeScores scores = new NodeScores(graph.nodeCount());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            scores.add(node(graph, (String) namesAndValues[i]), ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return scores;
    }
}
