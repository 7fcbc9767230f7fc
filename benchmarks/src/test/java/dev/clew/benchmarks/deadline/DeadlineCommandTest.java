package dev.clew.benchmarks.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeadlineCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void asksEveryRecommenderForBothAskersInThisProcess() throws IOException {
        int exitCode = new CommandLine(new DeadlineCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(
                        "--where",
                        "core",
                        "--degree",
                        "40",
                        "--calls",
                        "60",
                        "--timeout-millis",
                        "10000",
                        "--out",
                        folder.toString());

        assertThat(exitCode).isZero();
        assertThat(Files.readString(folder.resolve("deadline-core.md")))
                .contains("| meta-path | giant user | none |", "| personalized-pagerank | fan | full |")
                .containsPattern("\\| all \\| all \\| all \\| 60 \\| [0-9.]+ \\| 0.00 \\|");
        assertThat(Files.readString(folder.resolve("deadline-core.json"))).contains("\"recommender\" : \"all\"");
    }

    @Test
    void refusesADegreeThatMakesNoGiant() {
        assertThatThrownBy(() -> new DeadlineSettings(1, 1, 50, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--degree (1) must be at least 2.");
    }
}
