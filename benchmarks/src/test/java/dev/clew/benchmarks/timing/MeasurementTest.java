package dev.clew.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void givesPercentilesInMillisecondsToThreeDigits() {
        var measurement = new Measurement();
        LongStream.rangeClosed(1, 100).forEach(millis -> measurement.answered(millis * 1_000_000));

        assertThat(measurement.millisAt(50)).isCloseTo(50, within(0.05));
        assertThat(measurement.millisAt(95)).isCloseTo(95, within(0.1));
        assertThat(measurement.millisAt(99)).isCloseTo(99, within(0.1));
    }

    @Test
    void countsCallsThatTimedOutWithTheTimeTheyTook() {
        var measurement = new Measurement();
        measurement.answered(1_000_000);
        measurement.timedOut(10_000_000_000L);

        assertThat(measurement.calls()).isEqualTo(2);
        assertThat(measurement.timeouts()).isEqualTo(1);
        assertThat(measurement.millisAt(100)).isCloseTo(10_000, within(10.0));
    }

    @Test
    void addsCallsAndWallTimeOfRoundsForThroughput() {
        var first = round(30, 1.0);
        var both = new Measurement();
        both.addRound(first);
        both.addRound(round(10, 3.0));

        assertThat(both.calls()).isEqualTo(40);
        assertThat(both.perSecond()).isCloseTo(10, within(1e-9));
    }

    @Test
    void givesZerosWithoutCalls() {
        assertThat(new Measurement().millisAt(99)).isZero();
        assertThat(new Measurement().perSecond()).isZero();
    }

    private static Measurement round(int calls, double seconds) {
        var round = new Measurement();
        LongStream.range(0, calls).forEach(call -> round.answered(1_000_000));
        round.lasted(seconds);
        return round;
    }
}
