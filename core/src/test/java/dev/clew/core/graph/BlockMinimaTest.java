package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockMinimaTest {

    /** Nodes 70 to 199 are in the blocks that begin with 64, 128 and 192. */
    private final BlockMinima minima = new BlockMinima(70, 130);

    @Test
    void isTheLeastOfABlock() {
        minima.lower(70, 5);
        minima.lower(127, 3);
        minima.lower(100, 4);
        minima.lower(128, 7);
        assertThat(minima.of(64, 1)).isEqualTo(3);
        assertThat(minima.of(150, 1)).isEqualTo(7);
    }

    @Test
    void isInfiniteWhereNothingIsAndTheGivenBoundOutside() {
        assertThat(minima.of(199, 1)).isInfinite();
        assertThat(minima.of(63, 1)).isEqualTo(1);
        assertThat(minima.of(256, 2)).isEqualTo(2);
        minima.lower(256, 0.5);
        assertThat(minima.of(256, 2)).isEqualTo(2);
        assertThat(new BlockMinima(0, 0).of(0, 1)).isEqualTo(1);
    }

    /** 0.1 as a float is above 0.1, 0.3 as a float as well; a third below. */
    @Test
    void isNeverAboveWhatItWasLoweredTo() {
        for (double number : new double[] {0.1, 0.3, 1 / 3.0, 16_777_217, 1e-40}) {
            BlockMinima one = new BlockMinima(0, 1);
            one.lower(0, number);
            assertThat(one.of(0, 1)).isLessThanOrEqualTo(number).isGreaterThan(number * 0.999);
        }
    }
}
