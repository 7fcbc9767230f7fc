package dev.clew.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.benchmarks.report.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainingCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void measuresEachModelInAProcessOfItsOwn() throws Exception {
        int exitCode = new CommandLine(new TrainingCommand())
                .execute(
                        "--models",
                        "spectral,ridge-encoder",
                        "--sizes",
                        "20000",
                        "--set",
                        "spectral.dimension=8",
                        "--heap",
                        "300m",
                        "--out",
                        folder.toString());

        assertThat(exitCode).isZero();
        List<TrainingRow> rows = new JsonFile(folder.resolve("training.json")).readList(TrainingRow.class);
        assertThat(rows).extracting(TrainingRow::recommender).containsExactly("spectral", "ridge-encoder");
        assertThat(rows).extracting(TrainingRow::settings).containsExactly("{dimension=8}", "{}");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.items()).as("20,000 / 500").isEqualTo(40);
            assertThat(row.cpuSeconds()).isPositive();
            assertThat(row.peakMemoryBytes()).isGreaterThan(20_000_000);
        });
        assertThat(Files.readString(folder.resolve("training.md")))
                .contains("--models spectral,ridge-encoder --sizes 20000 --set spectral.dimension=8");
    }
}
