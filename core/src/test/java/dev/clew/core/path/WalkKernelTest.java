package dev.clew.core.path;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalkKernelTest {
    private static final Recommenders RECOMMENDERS = Recommenders.installed(WalkKernelTest.class.getClassLoader());

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 200);
    }

    private static Recommender kernel(GraphSnapshot graph, Map<String, Object> settings) {
        Settings checked = Settings.of(RECOMMENDERS.named("walk-kernel").parameters(), settings);
        return RECOMMENDERS.fit("walk-kernel", checked, TrainingData.all(graph), 0);
    }

    /**
     * u liked a; v liked a and b; w liked a, b and c. With exponents .5, .5, .3 the walks from a (degree 3) to b go over v (degree 2) and w
     * (degree 3): 3^-.5 * (2^-.5 + 3^-.5) * 2^-.3; to c over w alone: 3^-.5 * 3^-.5 * 1.
     */
    @Test
    void weighsEachWalkByTheDegreesOnIt() {
        GraphSnapshot graph = graphOf(
                "u-LIKES->a, v-LIKES->a, v-LIKES->b, w-LIKES->a, w-LIKES->b, w-LIKES->c, c-GENRE->g, d-GENRE->g");

        Answer answer = kernel(graph, Map.of()).recommend(graph, Query.of(History.of(graph, node(graph, "u")), 5, 0));

        assertThat(answer.recommender()).isEqualTo("walk-kernel");
        assertThat(answer.items()).extracting(it -> graph.key(it.item())).containsExactly("b", "c");
        double toB = Math.pow(3, -.5) * (Math.pow(2, -.5) + Math.pow(3, -.5)) * Math.pow(2, -.3);
        assertThat(answer.items().get(0).score()).isCloseTo(toB, within(1e-12));
        assertThat(answer.items().get(1).score()).isCloseTo(1.0 / 3, within(1e-12));
    }

    /** The formula as dense matrices: r . D^-a R^T D^-p R D^-b, without the user's own row of R. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isTheMatrixFormula(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int users = 2 + random.nextInt(8);
        int items = 2 + random.nextInt(10);
        double[][] r = new double[users][items];
        StringBuilder text = new StringBuilder();
        for (int u = 0; u < users; u++) {
            for (int i = 0; i < items; i++) {
                r[u][i] = random.nextInt(3) == 0 ? 0.5 * (1 + random.nextInt(4)) : 0;
                text.append(r[u][i] > 0 ? "u" + u + "-LIKES:" + r[u][i] + "->i" + i + ", " : "");
            }
        }
        GraphSnapshot graph = graphOf(text + "u0-LIKES->i0");
        r[0][0] += 1;
        double a = random.nextDouble();
        double p = random.nextDouble();
        double b = random.nextDouble();
        Recommender kernel = kernel(graph, Map.of("historyExponent", a, "degreeExponent", p, "candidateExponent", b));

        Answer answer = kernel.recommend(graph, Query.of(History.of(graph, node(graph, "u0")), 20, 0));

        answer.items().forEach(it -> {
            int item = Integer.parseInt(((String) graph.key(it.item())).substring(1));
            assertThat(it.score()).as("seed %d, item %d", seed, item).isCloseTo(score(r, item, a, p, b), within(1e-9));
        });
    }

    private static double score(double[][] r, int item, double a, double p, double b) {
        double total = sum(r[0]);
        double score = 0;
        for (int i = 0; i < r[0].length; i++) {
            for (int u = 1; u < r.length && r[0][i] > 0; u++) {
                double walk = r[u][i] * r[u][item];
                score += walk == 0 ? 0 : r[0][i] / total * walk / Math.pow(degree(r, i), a) / Math.pow(sum(r[u]), p);
            }
        }
        return score == 0 ? 0 : score / Math.pow(degree(r, item), b);
    }

    private static double degree(double[][] r, int item) {
        double degree = 0;
        for (double[] row : r) {
            degree += row[item];
        }
        return degree;
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum;
    }

    @Test
    void itsLedgerHoldsTheWalks() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->a, v-LIKES->b");

        var ledger = kernel(graph, Map.of())
                .explain(graph, Query.of(History.of(graph, node(graph, "u")), 5, 0), node(graph, "b"));

        assertThat(ledger.contributions())
                .singleElement()
                .isInstanceOfSatisfying(
                        PathContribution.class,
                        path -> assertThat(path.path().nodes())
                                .containsExactly(
                                        node(graph, "u"), node(graph, "a"), node(graph, "v"), node(graph, "b")));
    }
}
