package dev.clew.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 7);

    @Test
    void intervalOfAMeanIsAboutTwoStandardErrorsWide() {
        double[] values = new Random(1).doubles(2000).toArray();
        Interval interval = BOOTSTRAP.intervals(List.of(values)).get(0);
        double standardError = Math.sqrt(1 / 12.0 / 2000);
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * standardError, within(0.1 * standardError));
        assertThat(interval.value()).isBetween(interval.low(), interval.high());
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = new Random(2).doubles(100).toArray();
        assertThat(BOOTSTRAP.intervals(List.of(values))).isEqualTo(BOOTSTRAP.intervals(List.of(values)));
    }

    @Test
    void usersWithoutAValueAreLeftOutOfTheMean() {
        Interval interval =
                BOOTSTRAP.intervals(List.of(new double[] {2, Double.NaN, 2})).get(0);
        assertThat(interval).isEqualTo(Interval.exactly(2));
    }

    @Test
    void refusesTooFewResamples() {
        assertThatThrownBy(() -> new Bootstrap(10, 0)).hasMessageContaining("resamples (10) must be at least 100");
    }
}
