package dev.clew.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlineIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void asksEveryRecommenderInsideTheDatabase() throws IOException {
        int exitCode = Benchmarks.commandLine()
                .execute(
                        "deadline",
                        "--degree",
                        "300",
                        "--calls",
                        "60",
                        "--timeout-millis",
                        "10000",
                        "--out",
                        folder.toString());

        assertThat(exitCode).isZero();
        assertThat(Files.readString(folder.resolve("deadline-database.md")))
                .contains("| meta-path | giant user | short |", "| walk-kernel | fan | full |")
                .containsPattern("\\| all \\| all \\| all \\| 60 \\| [0-9.]+ \\| 0.00 \\|");
    }
}
