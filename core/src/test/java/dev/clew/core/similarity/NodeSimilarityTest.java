package dev.clew.core.similarity;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.graph.Step;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.StoppedBy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.LinkPredictionAlgorithm;
import org.jgrapht.alg.linkprediction.AdamicAdarIndexLinkPrediction;
import org.jgrapht.alg.linkprediction.CommonNeighborsLinkPrediction;
import org.jgrapht.alg.linkprediction.JaccardCoefficientLinkPrediction;
import org.jgrapht.alg.linkprediction.PreferentialAttachmentLinkPrediction;
import org.jgrapht.alg.linkprediction.ResourceAllocationIndexLinkPrediction;
import org.jgrapht.alg.linkprediction.SaltonIndexLinkPrediction;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NodeSimilarityTest {
    /** Ann liked a, b and c; Bob b and c; Cy c and d. So b and c share Ann and Bob, who liked 3 and 2 items. */
    private static final GraphSnapshot FOUR_ITEMS = graphOf(
            "ann-LIKES:2->a, ann-LIKES->b, ann-LIKES:3->c, bob-LIKES:4->b, bob-LIKES->c, cy-LIKES:2->c, cy-LIKES->d");

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @Test
    void followsTheFormulasWithoutWeights() {
        assertThat(similarity("b", "c", SimilarityIndex.COMMON_NEIGHBORS, false))
                .isEqualTo(2);
        assertThat(similarity("b", "c", SimilarityIndex.JACCARD, false)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(similarity("b", "c", SimilarityIndex.OVERLAP, false)).isEqualTo(1);
        assertThat(similarity("b", "c", SimilarityIndex.COSINE, false)).isCloseTo(2 / Math.sqrt(6), within(1e-12));
        assertThat(similarity("b", "c", SimilarityIndex.ADAMIC_ADAR, false))
                .isCloseTo(1 / Math.log(3) + 1 / Math.log(2), within(1e-12));
        assertThat(similarity("b", "c", SimilarityIndex.RESOURCE_ALLOCATION, false))
                .isCloseTo(1.0 / 3 + 1.0 / 2, within(1e-12));
        assertThat(similarity("b", "c", SimilarityIndex.PREFERENTIAL_ATTACHMENT, false))
                .isEqualTo(6);
        assertThat(similarity("b", "c", SimilarityIndex.PATH_SIM, false)).isCloseTo(2.0 * 2 / (2 + 3), within(1e-12));
    }

    /** The vectors over Ann, Bob and Cy are b = (1, 4, 0) and c = (3, 1, 2). */
    @Test
    void followsTheFormulasWithWeights() {
        assertThat(similarity("b", "c", SimilarityIndex.JACCARD, true)).isCloseTo(2.0 / (3 + 4 + 2), within(1e-12));
        assertThat(similarity("b", "c", SimilarityIndex.OVERLAP, true)).isCloseTo(2.0 / 5, within(1e-12));
        assertThat(similarity("b", "c", SimilarityIndex.COSINE, true))
                .isCloseTo(7 / Math.sqrt(17 * 14.0), within(1e-12));
        assertThat(similarity("b", "c", SimilarityIndex.PATH_SIM, true)).isCloseTo(2.0 * 7 / (17 + 14), within(1e-12));
    }

    private static double similarity(String a, String b, SimilarityIndex index, boolean weighted) {
        SimilarityMeasure measure = SimilarityMeasure.of(index, steps(FOUR_ITEMS), weighted);
        return NodeSimilarity.between(FOUR_ITEMS, measure, node(FOUR_ITEMS, a), node(FOUR_ITEMS, b), Budget.UNLIMITED)
                .orElseThrow();
    }

    /** Every relationship type in both directions. */
    private static List<Step> steps(GraphSnapshot graph) {
        return graph.schema().relationshipTypes().stream()
                .flatMap(type -> Stream.of(new Step(type, Direction.OUT), new Step(type, Direction.IN)))
                .toList();
    }

    /**
     * The example of Sun et al., section 3: the numbers of papers of Mike (2, 1, 0, 0), Jim (50, 20, 0, 0), Mary (2, 0, 1, 0), Bob (2, 1, 0, 0) and Ann (0, 0, 1, 1) at
     * four conferences, here the weights of "likes". The paper gives Mike's similarities as Jim .0826, Mary .8, Bob 1, Ann 0.
     */
    @Test
    void givesThePathSimilaritiesOfItsPaper() {
        GraphSnapshot graph =
                graphOf("mike-LIKES:2->sigmod, mike-LIKES->vldb, jim-LIKES:50->sigmod, jim-LIKES:20->vldb,"
                        + "mary-LIKES:2->sigmod, mary-LIKES->icde, bob-LIKES:2->sigmod, bob-LIKES->vldb, ann-LIKES->icde,"
                        + "ann-LIKES->kdd");
        RelationshipType likes = graph.schema().relationshipTypes().get(0);
        SimilarityMeasure measure = SimilarityMeasure.pathSim(
                List.of(List.of(new Step(likes, Direction.OUT)), List.of(new Step(likes, Direction.IN))), true);

        SimilarNodes similar = NodeSimilarity.mostSimilar(graph, measure, node(graph, "mike"), 10, Budget.UNLIMITED);

        assertThat(similar.nodes()).extracting(it -> graph.key(it.node())).containsExactly("bob", "mary", "jim");
        assertThat(similar.nodes().get(0).similarity()).isEqualTo(1);
        assertThat(similar.nodes().get(1).similarity()).isCloseTo(0.8, within(1e-12));
        assertThat(similar.nodes().get(2).similarity()).isCloseTo(0.0826, within(5e-5));
    }

    /** All pairs of nodes, of whatever type, over the simple graph that joins them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithJGraphT(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        RelationshipType likes = graph.schema().relationshipTypes().get(0);
        RelationshipType genre = graph.schema().relationshipTypes().get(2);
        List<Step> steps = Stream.of(likes, genre)
                .flatMap(type -> Stream.of(new Step(type, Direction.OUT), new Step(type, Direction.IN)))
                .toList();
        Graph<Integer, DefaultEdge> simple = simple(graph, steps);
        Map<SimilarityIndex, LinkPredictionAlgorithm<Integer, DefaultEdge>> oracles = Map.of(
                SimilarityIndex.COMMON_NEIGHBORS, new CommonNeighborsLinkPrediction<>(simple),
                SimilarityIndex.JACCARD, new JaccardCoefficientLinkPrediction<>(simple),
                SimilarityIndex.COSINE, new SaltonIndexLinkPrediction<>(simple),
                SimilarityIndex.PREFERENTIAL_ATTACHMENT, new PreferentialAttachmentLinkPrediction<>(simple));
        Map<SimilarityIndex, LinkPredictionAlgorithm<Integer, DefaultEdge>> ofDegrees = Map.of(
                SimilarityIndex.ADAMIC_ADAR, new AdamicAdarIndexLinkPrediction<>(simple),
                SimilarityIndex.RESOURCE_ALLOCATION, new ResourceAllocationIndexLinkPrediction<>(simple));
        oracles.forEach((index, oracle) -> compare(seed, graph, index, steps, simple, oracle));
        if (!hasParallels(graph, steps)) {
            ofDegrees.forEach((index, oracle) -> compare(seed, graph, index, steps, simple, oracle));
        }
    }

    private static void compare(
            long seed,
            GraphSnapshot graph,
            SimilarityIndex index,
            List<Step> steps,
            Graph<Integer, DefaultEdge> simple,
            LinkPredictionAlgorithm<Integer, DefaultEdge> oracle) {
        SimilarityMeasure measure = SimilarityMeasure.of(index, steps, false);
        for (int a : simple.vertexSet()) {
            for (int b : simple.vertexSet()) {
                if (a != b && simple.degreeOf(a) > 0 && simple.degreeOf(b) > 0) {
                    assertThat(NodeSimilarity.between(graph, measure, a, b, Budget.UNLIMITED)
                                    .orElseThrow())
                            .as("seed %d, %s of %d and %d", seed, index, a, b)
                            .isCloseTo(oracle.predict(a, b), within(1e-9));
                }
            }
        }
    }

    private static Graph<Integer, DefaultEdge> simple(GraphSnapshot graph, List<Step> steps) {
        Graph<Integer, DefaultEdge> simple = new SimpleGraph<>(DefaultEdge.class);
        IntStream.range(0, graph.nodeCount()).filter(graph::contains).forEach(simple::addVertex);
        for (Step step : steps) {
            for (int node : List.copyOf(simple.vertexSet())) {
                var row = graph.neighbours(step.type(), step.direction()).at(node);
                IntStream.range(0, row.size()).forEach(i -> simple.addEdge(node, row.node(i)));
            }
        }
        return simple;
    }

    /** A degree counts relationships, as Neo4j does; in a simple graph they are as many as neighbours. */
    private static boolean hasParallels(GraphSnapshot graph, List<Step> steps) {
        return IntStream.range(0, graph.nodeCount())
                .anyMatch(node -> steps.stream().anyMatch(step -> {
                    var row = graph.neighbours(step.type(), step.direction()).at(node);
                    return IntStream.range(1, row.size()).anyMatch(i -> row.node(i) == row.node(i - 1));
                }));
    }

    /** Word for word over maps of each node's neighbours; also what JGraphT does not have: overlap, weights and PathSim. */
    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheMostSimilarOfAllPairs(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        List<Step> steps = steps(graph);
        for (SimilarityIndex index : SimilarityIndex.values()) {
            for (boolean weighted : List.of(false, true)) {
                if (!weighted || index.canBeWeighted()) {
                    int node = (int) (seed % graph.nodeCount());
                    SimilarityMeasure measure = SimilarityMeasure.of(index, steps, weighted);
                    compareWithAllPairs(seed, graph, measure, node);
                }
            }
        }
    }

    private static void compareWithAllPairs(long seed, GraphSnapshot graph, SimilarityMeasure measure, int node) {
        List<Map<Integer, Double>> vectors = IntStream.range(0, graph.nodeCount())
                .mapToObj(it -> vector(graph, measure, it))
                .toList();
        ToDoubleBiFunction<Integer, Integer> formula = formula(graph, measure, vectors);
        Comparator<Integer> bestFirst = Comparator.comparingDouble((Integer it) -> -formula.applyAsDouble(node, it))
                .thenComparing(it -> (String) graph.key(it));
        List<Integer> expected = IntStream.range(0, graph.nodeCount())
                .boxed()
                .filter(it -> it != node && graph.nodeType(it).equals(graph.nodeType(node)))
                .filter(it ->
                        !disjoint(vectors.get(node).keySet(), vectors.get(it).keySet()))
                .sorted(bestFirst)
                .limit(3)
                .toList();

        List<SimilarNodes.SimilarNode> found = NodeSimilarity.mostSimilar(graph, measure, node, 3, Budget.UNLIMITED)
                .nodes();

        assertThat(found).as("seed %d, %s", seed, measure).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i).similarity())
                    .as("seed %d, %s of %d, rank %d", seed, measure, node, i + 1)
                    .isCloseTo(formula.applyAsDouble(node, expected.get(i)), within(1e-9));
            assertThat(NodeSimilarity.between(graph, measure, node, found.get(i).node(), Budget.UNLIMITED)
                            .orElseThrow())
                    .as("seed %d, %s of the pair, rank %d", seed, measure, i + 1)
                    .isCloseTo(found.get(i).similarity(), within(1e-9));
        }
    }

    private static boolean disjoint(Set<Integer> a, Set<Integer> b) {
        return a.stream().noneMatch(b::contains);
    }

    private static Map<Integer, Double> vector(GraphSnapshot graph, SimilarityMeasure measure, int node) {
        Map<Integer, Double> vector = new HashMap<>();
        for (Step step : measure.layers().get(0)) {
            var row = graph.neighbours(step.type(), step.direction()).at(node);
            for (int i = 0; i < row.size(); i++) {
                boolean once = !measure.weighted() && measure.index() != SimilarityIndex.PATH_SIM;
                double value = measure.weighted() ? row.weight(i) : 1;
                vector.merge(row.node(i), value, (a, b) -> once ? 1 : a + b);
            }
        }
        return vector;
    }

    private static ToDoubleBiFunction<Integer, Integer> formula(
            GraphSnapshot graph, SimilarityMeasure measure, List<Map<Integer, Double>> vectors) {
        return (a, b) -> {
            Map<Integer, Double> x = vectors.get(a);
            Map<Integer, Double> y = vectors.get(b);
            double least = x.entrySet().stream()
                    .mapToDouble(z -> Math.min(z.getValue(), y.getOrDefault(z.getKey(), 0.0)))
                    .sum();
            double product = x.entrySet().stream()
                    .mapToDouble(z -> z.getValue() * y.getOrDefault(z.getKey(), 0.0))
                    .sum();
            double sumX = x.values().stream().mapToDouble(it -> it).sum();
            double sumY = y.values().stream().mapToDouble(it -> it).sum();
            double squaresX = x.values().stream().mapToDouble(it -> it * it).sum();
            double squaresY = y.values().stream().mapToDouble(it -> it * it).sum();
            return switch (measure.index()) {
                case COMMON_NEIGHBORS -> least;
                case JACCARD -> least / (sumX + sumY - least);
                case OVERLAP -> least / Math.min(sumX, sumY);
                case COSINE -> product / Math.sqrt(squaresX * squaresY);
                case PATH_SIM -> 2 * product / (squaresX + squaresY);
                case PREFERENTIAL_ATTACHMENT -> sumX * sumY;
                case ADAMIC_ADAR ->
                    shared(x, y)
                            .mapToDouble(z -> 1 / Math.log(degree(graph, z)))
                            .sum();
                case RESOURCE_ALLOCATION ->
                    shared(x, y).mapToDouble(z -> 1.0 / degree(graph, z)).sum();
            };
        };
    }

    private static Stream<Integer> shared(Map<Integer, Double> x, Map<Integer, Double> y) {
        return x.keySet().stream().filter(y::containsKey);
    }

    private static int degree(GraphSnapshot graph, int node) {
        return steps(graph).stream()
                .mapToInt(step ->
                        graph.neighbours(step.type(), step.direction()).at(node).size())
                .sum();
    }

    /** Items by the directors of items that share a genre with them: user-item-genre-item-user would be too short to tell layers apart. */
    @ParameterizedTest
    @MethodSource("seeds")
    void walksLongerSymmetricPathsAsTheProductOfTheirMatrices(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        Step likes = new Step(graph.schema().relationshipTypes().get(0), Direction.OUT);
        Step genre = new Step(graph.schema().relationshipTypes().get(2), Direction.OUT);
        SimilarityMeasure measure = SimilarityMeasure.pathSim(
                List.of(List.of(likes), List.of(genre), List.of(genre.reverse()), List.of(likes.reverse())),
                seed % 3 == 0);
        int user = graph.find(graph.schema().user(), "u0");
        double[] own = walks(graph, measure, user);

        for (var similar : NodeSimilarity.mostSimilar(graph, measure, user, 20, Budget.UNLIMITED)
                .nodes()) {
            double[] other = walks(graph, measure, similar.node());
            assertThat(similar.similarity())
                    .as("seed %d, %s", seed, graph.key(similar.node()))
                    .isCloseTo(2 * dot(own, other) / (dot(own, own) + dot(other, other)), within(1e-9))
                    .isPositive();
            assertThat(NodeSimilarity.between(graph, measure, user, similar.node(), Budget.UNLIMITED)
                            .orElseThrow())
                    .as("seed %d, %s", seed, graph.key(similar.node()))
                    .isCloseTo(similar.similarity(), within(1e-9));
        }
    }

    private static double[] walks(GraphSnapshot graph, SimilarityMeasure measure, int start) {
        double[] here = new double[graph.nodeCount()];
        here[start] = 1;
        for (List<Step> layer : measure.layers()) {
            double[] next = new double[here.length];
            for (Step step : layer) {
                for (int node = 0; node < here.length; node++) {
                    var row = graph.neighbours(step.type(), step.direction()).at(node);
                    for (int i = 0; i < row.size(); i++) {
                        next[row.node(i)] += here[node] * (measure.weighted() ? row.weight(i) : 1);
                    }
                }
            }
            here = next;
        }
        return here;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Test
    void namesTheWayOutOfAMeasureThatMakesNoSense() {
        RelationshipType likes = FOUR_ITEMS.schema().relationshipTypes().get(0);
        RelationshipType genre = FOUR_ITEMS.schema().relationshipTypes().get(1);
        List<Step> out = List.of(new Step(likes, Direction.OUT));
        List<Step> in = List.of(new Step(likes, Direction.IN));
        assertThatThrownBy(() -> SimilarityMeasure.of(SimilarityIndex.ADAMIC_ADAR, in, true))
                .hasMessage("weighted (true) must be false for adamicAdar: it counts neighbours. Use jaccard, overlap,"
                        + " cosine or pathSim.");
        assertThatThrownBy(() -> SimilarityMeasure.pathSim(List.of(out, out), false))
                .hasMessageStartingWith("path must be symmetric");
        assertThatThrownBy(() -> SimilarityMeasure.pathSim(List.of(out, in, out), false))
                .hasMessageStartingWith("path must be symmetric");
        assertThatThrownBy(() -> SimilarityMeasure.pathSim(List.of(out, List.of(new Step(genre, Direction.IN))), false))
                .hasMessageStartingWith("path must be symmetric");
        assertThatThrownBy(() -> SimilarityIndex.named("jacard")).hasMessageContaining("Did you mean 'jaccard'?");
    }

    /** One item that 200,000 users liked, each of whom liked one of 50 others: 400,000 relationships to look at. */
    @ParameterizedTest
    @EnumSource(SimilarityIndex.class)
    void endsWithItsBudgetAndThenGivesLowerBoundsAgainAndAgain(SimilarityIndex index) {
        SimilarityMeasure measure = SimilarityMeasure.of(index, steps(Hub.GRAPH), false);
        SimilarNodes all = NodeSimilarity.mostSimilar(Hub.GRAPH, measure, 0, 50, Budget.UNLIMITED);
        assertThat(all.stoppedBy()).isEqualTo(StoppedBy.COMPLETE);
        assertThat(all.nodes()).hasSize(50);

        SimilarNodes cut = NodeSimilarity.mostSimilar(Hub.GRAPH, measure, 0, 50, new Budget(70, Budget.NO_DEADLINE));
        assertThat(cut.stoppedBy()).isEqualTo(StoppedBy.WORK);
        assertThat(cut.workDone()).isEqualTo(70);
        assertThat(cut.nodes())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.similarity())
                        .isLessThanOrEqualTo(NodeSimilarity.between(Hub.GRAPH, measure, 0, it.node(), Budget.UNLIMITED)
                                .orElseThrow()));
        assertThat(NodeSimilarity.mostSimilar(Hub.GRAPH, measure, 0, 50, new Budget(70, Budget.NO_DEADLINE)))
                .isEqualTo(cut);
        assertThat(NodeSimilarity.mostSimilar(
                        Hub.GRAPH, measure, 0, 50, new Budget(all.workDone(), Budget.NO_DEADLINE)))
                .isEqualTo(all);
        assertThat(NodeSimilarity.between(Hub.GRAPH, measure, 0, 1, new Budget(2, Budget.NO_DEADLINE)))
                .isEmpty();
    }

    private static final class Hub {
        static final GraphSnapshot GRAPH = build();

        private static GraphSnapshot build() {
            GraphBuilder builder = new GraphBuilder(GraphFixture.schema(List.of("LIKES"), List.of(), List.of()));
            RelationshipType likes = GraphFixture.schema(List.of("LIKES"), List.of(), List.of())
                    .relationshipTypes()
                    .get(0);
            for (int item = 0; item <= 50; item++) {
                builder.addNode(new GraphNode(1, String.format("i%02d", item), item));
            }
            for (int user = 0; user < 200_000; user++) {
                int number = builder.addNode(new GraphNode(0, "u" + user, 51 + user));
                builder.addRelationship(likes, number, 0, 1, 0, 2L * user);
                builder.addRelationship(likes, number, 1 + user % 50, 1, 0, 2L * user + 1);
            }
            return builder.build(1);
        }
    }
}
