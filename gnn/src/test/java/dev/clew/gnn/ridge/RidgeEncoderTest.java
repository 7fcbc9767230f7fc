package dev.clew.gnn.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider.Estimate;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.TestGraph;
import dev.clew.gnn.interactions.AttributeMatrix;
import dev.clew.gnn.interactions.Catalogue;
import dev.clew.gnn.interactions.KnownItems;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import dev.clew.gnn.matrix.Workers;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RidgeEncoderTest {
    private static final Workers TWO = new Workers(2);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** (X^T X + lambda I) W = X^T V, solved densely in double precision. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void solvesTheNormalEquations(long seed) {
        SparseMatrix x = sparse(seed, 25, 12);
        DenseMatrix v = DenseMatrix.gaussian(25, 5, seed, TWO);
        double lambda = 0.5 + seed % 7;

        DenseMatrix weights = new RidgeEncoder(new RidgeParameters(5, lambda, 0, 1), TWO).weights(x, v);

        SimpleMatrix dense = toDense(x);
        SimpleMatrix target = new SimpleMatrix(25, 5);
        for (int i = 0; i < 25; i++) {
            for (int j = 0; j < 5; j++) {
                target.set(i, j, v.get(i, j));
            }
        }
        SimpleMatrix expected = dense.transpose()
                .mult(dense)
                .plus(SimpleMatrix.identity(12).scale(lambda))
                .solve(dense.transpose().mult(target));
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 5; j++) {
                assertThat((double) weights.get(i, j)).as("seed %s", seed).isCloseTo(expected.get(i, j), within(1e-3));
            }
        }
    }

    @Test
    void recommendsAnItemNobodyActedOnToThoseWhoLikeItsKind() {
        GraphSnapshot graph = twoKinds(new TestGraph(10, 11, 2)).build();
        TestGraph numbers = new TestGraph(10, 11, 2);
        Recommender recommender = fit(graph);
        int nobodys = numbers.item(10);

        assertThat(recommender.ledgerClass()).isEqualTo(LedgerClass.LINEAR);
        assertThat(recommender
                        .recommend(graph, Query.of(History.of(graph, 0), 10, 0))
                        .items())
                .as("user 0 likes items of genre 0, as item 10 is")
                .extracting(Recommendation::item)
                .contains(nobodys);
        assertThat(recommender
                        .recommend(graph, Query.of(History.of(graph, 1), 10, 0))
                        .items())
                .as("user 1 likes items of genre 1")
                .extracting(Recommendation::item)
                .doesNotContain(nobodys);
    }

    /** One code gives the offline vectors and those of a graph that the item came to later; the matrix product is the independent reference. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void infersWhatTheMatrixProductSays(long seed) {
        GraphSnapshot graph = TestGraph.random(seed, 12, 15, 4).build();
        ItemVectors known = KnownItems.of(graph, anyVectors(graph, seed));
        AttributeEncoder encoder = new RidgeEncoder(new RidgeParameters(3, 1, 0, 1), TWO).encode(graph, known);

        int[] items = Catalogue.of(graph, NodeRole.ITEM).nodes();
        SparseMatrix rows = AttributeMatrix.of(graph, items, encoder.space());
        DenseMatrix table = new DenseMatrix(rows.columns(), encoder.dimension());
        for (int i = 0; i < table.values().length; i++) {
            table.values()[i] = encoder.value(i / encoder.dimension(), i % encoder.dimension());
        }
        DenseMatrix expected = rows.times(table, TWO);

        for (int row = 0; row < items.length; row++) {
            float[] inferred = encoder.vector(encoder.space().on(graph).at(items[row]));
            for (int j = 0; j < inferred.length; j++) {
                assertThat((double) inferred[j]).as("seed %s", seed).isCloseTo(expected.get(row, j), within(1e-5));
            }
        }
    }

    private static ItemVectors anyVectors(GraphSnapshot graph, long seed) {
        int[] items = Catalogue.of(graph, NodeRole.ITEM).nodes();
        float[] ones = new float[items.length];
        Arrays.fill(ones, 1);
        Factor factor =
                new Factor(DenseMatrix.gaussian(items.length, 3, seed, TWO).values(), ones, 3);
        return new ItemVectors(items, factor, factor);
    }

    @Test
    void putsNewItemsAsHighAsKnownOnesCanBear() {
        GraphSnapshot graph = TestGraph.random(7, 300, 120, 10).build();
        VectorRecommender low = (VectorRecommender) fit(graph, Map.of("newItemScale", 1e-6));
        VectorRecommender chosen = (VectorRecommender) fit(graph, Map.of());

        double scale = chosen.encoder().orElseThrow().scales().candidate();
        assertThat(scale).isGreaterThan(0).isFinite();
        assertThat(fit(graph, Map.of()))
                .as("chosen again by the same seed")
                .extracting(it -> ((VectorRecommender) it)
                        .encoder()
                        .orElseThrow()
                        .scales()
                        .candidate())
                .isEqualTo((float) scale);
        assertThat(low.encoder().orElseThrow().scales().candidate()).isEqualTo(1e-6f);
    }

    @Test
    void expectsTwoFitsWithTheirGraphsWhereTheScaleIsToBeChosen() {
        GraphSnapshot graph = TestGraph.random(7, 300, 120, 10).build();
        Estimate given = estimate(graph, Map.of("newItemScale", 1, "dimension", 16));
        Estimate chosen = estimate(graph, Map.of("dimension", 16));

        assertThat(chosen.cpuSeconds()).isEqualTo(2 * given.cpuSeconds());
        assertThat(chosen.bytes() - given.bytes())
                .as("three graphs, and for each of 120 items a vector of 16 floats and one of bytes")
                .isBetween(3 * graph.memoryBytes() + 120 * 16 * 5, 3 * graph.memoryBytes() + 130 * 16 * 5);
        assertThat(estimate(graph, Map.of("dimension", 64)).bytes()).isGreaterThan(chosen.bytes());
    }

    private static Estimate estimate(GraphSnapshot graph, Map<String, ?> given) {
        return new RidgeProvider().estimate(graph, Settings.of(RidgeParameters.PARAMETERS, given));
    }

    @Test
    void learnsVectorsOfTheDimensionAskedFor() {
        GraphSnapshot graph = TestGraph.random(7, 300, 120, 10).build();
        VectorRecommender fitted = (VectorRecommender) fit(graph, Map.of("dimension", 6, "newItemScale", 1));
        assertThat(fitted.vectors().dimension()).isEqualTo(6);
        assertThat(fitted.encoder().orElseThrow().dimension()).isEqualTo(6);
    }

    @Test
    void isTheSpectralFilterWhereItemsHaveNoAttributes() {
        TestGraph drawn = new TestGraph(4, 5, 1);
        for (int user = 0; user < 4; user++) {
            drawn.like(user, user, 1).like(user, (user + 1) % 4, 1);
        }
        GraphSnapshot graph = drawn.build();
        Query query = Query.of(History.of(graph, 0), 10, 0);
        Recommenders installed = Recommenders.installed(getClass().getClassLoader());
        Recommender spectral = installed.fit(
                "spectral", Settings.defaults(installed.named("spectral").parameters()), TrainingData.all(graph), 1);

        assertThat(fit(graph).recommend(graph, query).items())
                .isEqualTo(spectral.recommend(graph, query).items())
                .isNotEmpty();
    }

    /** Even users like even items, which are of genre 0; odd users odd ones, of genre 1; each leaves one out. Item 10 is nobody's. */
    private static TestGraph twoKinds(TestGraph graph) {
        for (int user = 0; user < 10; user++) {
            for (int item = user % 2; item < 10; item += 2) {
                if (item != user) {
                    graph.like(user, item, 1);
                }
            }
        }
        for (int item = 0; item < 11; item++) {
            graph.genre(item, item % 2);
        }
        return graph;
    }

    private static Recommender fit(GraphSnapshot graph) {
        return fit(graph, Map.of());
    }

    private static Recommender fit(GraphSnapshot graph, Map<String, ?> given) {
        Recommenders installed = Recommenders.installed(RidgeEncoderTest.class.getClassLoader());
        Settings settings = Settings.of(RidgeParameters.PARAMETERS, given);
        return installed.fit("ridge-encoder", settings, TrainingData.all(graph), 1);
    }

    private static SparseMatrix sparse(long seed, int rows, int columns) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        SparseRows collected = new SparseRows(columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (random.nextInt(3) == 0) {
                    collected.add(column, random.nextDouble());
                }
            }
            collected.endRow();
        }
        return collected.build();
    }

    private static SimpleMatrix toDense(SparseMatrix sparse) {
        SimpleMatrix dense = new SimpleMatrix(sparse.rows(), sparse.columns());
        for (int row = 0; row < sparse.rows(); row++) {
            for (int entry = sparse.start(row); entry < sparse.end(row); entry++) {
                dense.set(row, sparse.column(entry), sparse.value(entry));
            }
        }
        return dense;
    }
}
