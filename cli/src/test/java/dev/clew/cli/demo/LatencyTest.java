package dev.clew.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void takesPercentilesByNearestRank() {
        long[] oneToTwoHundredMillis = LongStream.rangeClosed(1, 200)
                .map(millis -> (201 - millis) * 1_000_000)
                .toArray();

        assertThat(Latency.of(oneToTwoHundredMillis)).isEqualTo(new Latency(200, 100, 198));
    }

    @Test
    void aSingleCallIsEveryPercentile() {
        assertThat(Latency.of(new long[] {3_000_000})).isEqualTo(new Latency(1, 3, 3));
    }

    @Test
    void leavesTheMeasurementsAsTheyWere() {
        long[] nanos = {2, 1};

        Latency.of(nanos);

        assertThat(nanos).containsExactly(2, 1);
    }
}
