package dev.clew.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {

    @Test
    void comparesTheDefaultWithEverySystemThatATargetNames() {
        var rows = List.of(
                row("trivial", 1, 0.5, 5, 2000),
                row("trivial", 8, 2, 9, 4000),
                row("clew", 1, 1.25, 11.5, 800),
                row("clew", 8, 4, 20, 2000),
                row("clew-explain-short", 1, 2, 13.8, 500),
                row("cypher-tuned", 1, 25, 160, 40),
                row("gds-pagerank", 1, 100, 200, 10),
                row("gds-fastrp-index", 1, 1.25, 9, 700));

        assertThat(new Targets(rows).table())
                .containsExactly(
                        "| target | bound | measured | met |",
                        "|---|---:|---:|---:|",
                        "| median over a trivial call, one client | <= +1.0 ms | +0.75 ms | yes |",
                        "| p99 over a trivial call, one client | <= +6.0 ms | +6.50 ms | no |",
                        "| faster than cypher-tuned at the median, one client | >= 15 x | 20.0 x | yes |",
                        "| faster than gds-pagerank at the median, one client | >= 100 x | 80.0 x | no |",
                        "| faster than gds-fastrp-index at the median, one client | > 1 x | 1.0 x | no |",
                        "| calls/s of a trivial call's, eight clients | >= 50 % | 50 % | yes |",
                        "| `explain: 'short'` on p99, one client | <= +20 % | +20 % | yes |");
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        var rows = List.of(row("clew", 1, 1, 1, 1), row("cypher-tuned", 1, 15, 15, 1));

        assertThat(new Targets(rows).table())
                .containsExactly(
                        "| target | bound | measured | met |",
                        "|---|---:|---:|---:|",
                        "| faster than cypher-tuned at the median, one client | >= 15 x | 15.0 x | yes |");
        assertThat(new Targets(List.of(row("trivial", 1, 1, 1, 1))).table()).isEmpty();
    }

    private static ServingRow row(String system, int clients, double median, double p99, double perSecond) {
        return new ServingRow(system, "toy", clients, median, p99, p99, perSecond, null, null);
    }
}
