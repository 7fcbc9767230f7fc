package dev.clew.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void missesNothingOfAllKindsOfWritesAndTimesCommits() throws IOException {
        Path data = SmallData.write(folder.resolve("data"));

        int exitCode = Benchmarks.commandLine()
                .execute(
                        "freshness",
                        "--data",
                        data.toString(),
                        "--out",
                        folder.toString(),
                        "--pairs",
                        "120",
                        "--clients",
                        "4",
                        "--commits",
                        "20",
                        "--rounds",
                        "2");

        assertThat(exitCode).isZero();
        assertThat(Files.readString(folder.resolve("freshness.json")).replaceAll("\\s", ""))
                .matches("\\{\"pairs\":120,\"misses\":0,\"addedCommitPercent\":-?[0-9.]+,.*}");
        assertThat(Files.readString(folder.resolve("freshness.md"))).contains("| deleted user | 20 | 0 |");
    }
}
