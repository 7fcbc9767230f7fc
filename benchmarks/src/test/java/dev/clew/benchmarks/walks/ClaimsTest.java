package dev.clew.benchmarks.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClaimsTest {

    /** If all of n hold, the bound p solves p^n = 0.05. */
    @Test
    void boundsAShareOfOne() {
        assertThat(new Claims(200, 100, 100).lowerBound()).isEqualTo(Math.pow(0.05, 0.01), within(1e-6));
    }

    /** Of 20 trials 18 successes: the lower 5 % point of the beta distribution with 18 and 3, .7174, by tables. */
    @Test
    void boundsAShareBelowOne() {
        assertThat(new Claims(20, 20, 18).lowerBound()).isEqualTo(0.7174, within(1e-4));
    }

    @Test
    void claimsThatWereNotMadeCountNeitherWay() {
        assertThat(new Claims(200, 100, 95).share()).isEqualTo(0.95);
        assertThat(new Claims(200, 0, 0).share()).isEqualTo(1);
        assertThat(new Claims(200, 0, 0).lowerBound()).isZero();
    }
}
