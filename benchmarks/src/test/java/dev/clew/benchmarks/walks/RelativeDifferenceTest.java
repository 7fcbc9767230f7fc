package dev.clew.benchmarks.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelativeDifferenceTest {

    /** Means .3 and .2: half as much again. */
    @Test
    void isInPercentOfTheBaseline() {
        RelativeDifference difference =
                RelativeDifference.of(new double[] {0.5, 0.1, 0.3}, new double[] {0.3, 0.1, 0.2});
        assertThat(difference.percent()).isEqualTo(50, within(1e-9));
        assertThat(difference.lowPercent()).isBetween(0.0, 50.0);
        assertThat(difference.highPercent()).isBetween(50.0, 100.0);
    }

    @Test
    void usersWithoutADifferenceLeaveNoneToChance() {
        RelativeDifference difference = RelativeDifference.of(new double[] {0.5, 0.1}, new double[] {0.5, 0.1});
        assertThat(difference).isEqualTo(new RelativeDifference(0, 0, 0));
    }
}
