package dev.clew.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.benchmarks.timing.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessReportTest {

    @TempDir
    private Path folder = Path.of("");

    /** One pair of blocks, so that the interval has no width. */
    @Test
    void writesTheAgreedJson() throws IOException {
        new FreshnessReport(run()).write(folder);

        assertThat(Files.readString(folder.resolve("freshness.json")).replaceAll("\\s", ""))
                .isEqualTo("{\"pairs\":8,\"misses\":1,\"addedCommitPercent\":10.0,\"addedCommitPercentLow\":10.0,"
                        + "\"addedCommitPercentHigh\":10.0,\"visibleP50Ms\":1.5,\"visibleP99Ms\":1.5}");
    }

    @Test
    void countsPairsAndMissesByKind() {
        assertThat(new FreshnessReport(run()).markdown())
                .contains(
                        "Made by `./clew bench freshness --data toy --pairs 8 --clients 2 --commits 4 --rounds 1` at commit"
                                + " abc1234.",
                        "| own interaction | 2 | 0 |",
                        "| new item | 2 | 1 |",
                        "| first interaction | 1 | 0 |",
                        "- pair 1, new item, after the write: []");
    }

    private FreshnessRun run() {
        var settings = new FreshnessSettings(folder.resolve("toy"), 8, 2, 4, 1, folder);
        var miss = new Miss(1, Change.of(1), "after", new Answer(List.of(), null));
        var compared = new CommitCost.Compared(measured(2_200_000), measured(2_000_000), List.of(1.1));
        return new FreshnessRun(
                settings, List.of(miss), measured(1_500_000), compared, "a machine", "5.26.31", "abc1234");
    }

    private static Measurement measured(long nanos) {
        var measurement = new Measurement();
        measurement.answered(nanos);
        return measurement;
    }
}
