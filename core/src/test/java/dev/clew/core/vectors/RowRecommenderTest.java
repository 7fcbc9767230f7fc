package dev.clew.core.vectors;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.StoppedBy;
import org.junit.jupiter.api.Test;

class RowRecommenderTest {
    private static final GraphSnapshot GRAPH = graphOf("u-LIKES->a, u-LIKES:-2->b, v-LIKES->c, v-LIKES->d, w-LIKES->d");
    private static final int A = node(GRAPH, "a");
    private static final int B = node(GRAPH, "b");
    private static final int C = node(GRAPH, "c");
    private static final int D = node(GRAPH, "d");

    /** K(a, c) = 0.5, K(a, d) = 0.75, K(b, c) = 0.125, K(b, d) = 0.5. */
    private final RowRecommender recommender = new RowRecommender(
            "ease", new ItemRows(new int[] {A, B}, new int[] {0, 2, 4}, new int[] {C, D, C, D}, new float[] {
                0.5f, 0.75f, 0.125f, 0.5f
            }));

    @Test
    void sumsTheRowsOfTheItemsActedOnBySignedWeight() {
        // u liked a and rejected b twice as strongly. c: 0.5 - 2 * 0.125 = 0.25. d: 0.75 - 2 * 0.5 < 0.
        assertThat(recommender.recommend(GRAPH, query("u")).items()).containsExactly(new Recommendation(C, 0.25, null));
    }

    @Test
    void sharesAScoreOutToTheActions() {
        Ledger ledger = recommender.explain(GRAPH, query("u"), C);
        assertThat(ledger.score()).isCloseTo(0.25, within(1e-12));
        assertThat(ledger.contributions()).extracting(it -> it.value()).containsExactly(0.5, -0.25);
    }

    @Test
    void servesWhoLikedAnItemWithARow() {
        assertThat(recommender.canServe(History.of(GRAPH, node(GRAPH, "u")))).isTrue();
        assertThat(recommender.canServe(History.of(GRAPH, node(GRAPH, "v")))).isFalse();
    }

    @Test
    void answersNothingWithoutLeaveToWork() {
        Query query = query("u");
        Query none = new Query(query.history(), 5, query.candidate(), 1, 0, new Budget(0, Budget.NO_DEADLINE), false);
        assertThat(recommender.recommend(GRAPH, none).items()).isEmpty();
        assertThat(recommender.recommend(GRAPH, none).stoppedBy()).isEqualTo(StoppedBy.WORK);
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertThatThrownBy(() -> new ItemRows(new int[] {A}, new int[] {0}, new int[0], new float[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need 2 starts, not 1");
    }

    private static Query query(String user) {
        return Query.of(History.of(GRAPH, node(GRAPH, user)), 5, 1);
    }
}
