package dev.clew.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void dividesByTheDefaultOfTheSameNumberOfClients() {
        var rows = List.of(
                row("trivial", 1, 0.5, 5, 2000),
                row("clew", 1, 1, 10, 1000),
                row("clew", 8, 4, 20, 2000),
                row("cypher-tuned", 1, 26, 160, 40),
                row("cypher-tuned", 8, 80, 400, 100));

        assertThat(new SideBySide(rows).table())
                .containsExactly(
                        "| system over clew | clients | median | p99 | calls/s | median ms more | p99 ms more |",
                        "|---|---:|---:|---:|---:|---:|---:|",
                        "| trivial | 1 | 0.50 x | 0.50 x | 2.00 x | -0.50 | -5.00 |",
                        "| cypher-tuned | 1 | 26.00 x | 16.00 x | 0.04 x | +25.00 | +150.00 |",
                        "| cypher-tuned | 8 | 20.00 x | 20.00 x | 0.05 x | +76.00 | +380.00 |");
    }

    @Test
    void saysNothingWhenTheDefaultWasNotMeasured() {
        assertThat(new SideBySide(List.of(row("trivial", 1, 1, 1, 1))).table()).isEmpty();
    }

    private static ServingRow row(String system, int clients, double median, double p99, double perSecond) {
        return new ServingRow(system, "toy", clients, median, p99, p99, perSecond, null, null);
    }
}
