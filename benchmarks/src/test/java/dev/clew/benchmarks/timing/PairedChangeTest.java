package dev.clew.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedChangeTest {

    @Test
    void isTheMedianOfThePairs() {
        var change = PairedChange.of(List.of(1.05, 3.0, 1.01));

        assertThat(change.percent()).isEqualTo(5, within(1e-9));
    }

    @Test
    void blocksThatAllSayTheSameLeaveNoDoubt() {
        var change = PairedChange.of(List.of(1.1, 1.1, 1.1, 1.1));

        assertThat(change.lowPercent()).isEqualTo(10, within(1e-9));
        assertThat(change.highPercent()).isEqualTo(10, within(1e-9));
    }

    /** Noise of 20 % a block around an added 5 %: forty blocks bring the interval to a few percent about it. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theIntervalOfManyNoisyBlocksHoldsWhatWasAdded(long seed) {
        var random = new Random(seed);
        List<Double> ratios =
                random.doubles(40, -0.2, 0.2).mapToObj(noise -> 1.05 + noise).toList();

        PairedChange change = PairedChange.of(ratios);

        assertThat(change.lowPercent()).as("seed %d", seed).isBetween(-10.0, 5.0);
        assertThat(change.highPercent()).as("seed %d", seed).isBetween(5.0, 20.0);
    }

    @Test
    void needsAPair() {
        assertThatThrownBy(() -> PairedChange.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ratios (0) must be at least 1.");
    }
}
