package dev.clew.benchmarks.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.recommend.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactOrderTest {

    private static final ExactOrder ORDER = new ExactOrder(List.of(
            new Recommendation(1, 1.0, null), new Recommendation(2, 0.9, null), new Recommendation(3, 0.5, null)));

    @Test
    void theExactOrderHoldsExactly() {
        assertThat(ORDER.holds(List.of(1, 2), 0)).isTrue();
    }

    @Test
    void twoItemsAlikeUpToEpsilonMayStandEitherWay() {
        assertThat(ORDER.holds(List.of(2, 1), 0.1)).isTrue();
        assertThat(ORDER.holds(List.of(2, 1), 0.09)).isFalse();
    }

    @Test
    void anItemLeftOutMayNotBeMuchBetterThanOneListed() {
        assertThat(ORDER.holds(List.of(1, 3), 0.4)).as("0.5 is below 0.6 * 0.9").isFalse();
        assertThat(ORDER.holds(List.of(1, 3), 0.45)).isTrue();
    }

    @Test
    void anItemFarDownCountsAsWorthless() {
        assertThat(ORDER.holds(List.of(1, 77), 0.9)).isFalse();
    }
}
