package dev.clew.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JmhCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void measuresWhatThePatternNamesAndNothingElse() throws IOException {
        int exitCode = new CommandLine(new JmhCommand())
                .execute(
                        "RowMerge.add",
                        "--forks",
                        "0",
                        "--iterations",
                        "1",
                        "--millis",
                        "1",
                        "--out",
                        folder.toString());

        assertThat(exitCode).isZero();
        assertThat(Files.readString(folder.resolve("jmh.md")))
                .contains("| RowMerge.addToBuiltRows | item=0 |", "| RowMerge.addToBuiltRows | item=1000 |")
                .doesNotContain("TopItems");
    }
}
