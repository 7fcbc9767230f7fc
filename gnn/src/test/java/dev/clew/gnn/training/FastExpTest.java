package dev.clew.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FastExpTest {
    @Test
    void agreesWithTheExactExponentialToFiveDigits() {
        for (float x = -86; x <= 0; x += 0.01f) {
            assertThat(FastExp.of(x) / Math.exp(x)).as("e^%s", x).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void isNothingForWhatIsFarBelow() {
        assertThat(FastExp.of(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(FastExp.of(-1000)).isZero();
        assertThat(FastExp.of(0)).isEqualTo(1);
    }
}
