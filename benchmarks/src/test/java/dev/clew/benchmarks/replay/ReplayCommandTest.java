package dev.clew.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {

    @TempDir
    private Path folder = Path.of("");

    /** Six hundred users with 16 of 20 items each: a walk looks at 16 * 480 + 480 * 16 relationships, some batches of work. */
    @Test
    void answersThatTheClockCutComeOutTheSameOnAnyNumberOfThreads() throws IOException {
        Path data = dense(folder.resolve("dense"), 600, 20);

        int exitCode =
                run("--data", data.toString(), "--requests", "150", "--threads", "1,4", "--out", folder.toString());

        assertThat(exitCode).isZero();
        assertThat(Files.readString(folder.resolve("replay-dense.md")))
                .containsPattern("\\| all \\| 1 \\| 150 \\| [1-9][0-9]* \\| 0 \\|")
                .containsPattern("\\| all \\| 4 \\| 150 \\| [1-9][0-9]* \\| 0 \\|");
    }

    @Test
    void refusesNoRequests() {
        assertThatThrownBy(() -> new ReplaySettings(folder, 0, 1, List.of(1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--requests (0) must be at least 1.");
    }

    private static int run(String... arguments) {
        return new CommandLine(new ReplayCommand()).execute(arguments);
    }

    /** Every user lacks some of the items, so that there is something to recommend. */
    private static Path dense(Path data, int users, int items) throws IOException {
        Files.createDirectories(data);
        String lines = IntStream.range(0, users)
                .mapToObj(user -> user + " "
                        + IntStream.range(0, items)
                                .filter(item -> (item + user) % 5 != 0)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        Files.writeString(data.resolve("train.txt"), lines + "\n");
        return data;
    }
}
