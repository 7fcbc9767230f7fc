package dev.clew.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final List<Measured> MEASURED = List.of(measured(1_000, 0.5), measured(100_000, 5));

    private static Measured measured(int interactions, double p99) {
        return new Measured(
                interactions,
                10,
                2,
                23L * interactions,
                24L * interactions,
                36L * interactions,
                1e-6 * interactions,
                0.2,
                p99,
                100);
    }

    @Test
    void isOneForWhatGrowsInProportion() {
        assertThat(Growth.exponent(MEASURED, Measured::buildSeconds)).isCloseTo(1, within(1e-9));
    }

    @Test
    void isHalfForWhatGrowsWithTheSquareRoot() {
        assertThat(Growth.exponent(MEASURED, Measured::p99Ms)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void standsBelowTheTable() {
        var settings = new ScaleSettings(List.of(100_000, 1_000), 50, 4, "1g", 1, Path.of("any"));
        assertThat(new ScaleReport(settings, MEASURED, "a machine", "abc").markdown())
                .contains(
                        "Made by `./clew bench scale --sizes 1000,100000 --requests 50 --max-work 4 --heap 1g --seed 1` at commit abc.",
                        "| 100,000 | 23.00 | 24.00 | 1.50x | 0.100 | 0.200 | 5.000 | 100 % |",
                        "Growth exponents (1: in proportion to the interactions): memory 1.000, build time 1.000, p50 0.000, p99 0.500.");
    }
}
