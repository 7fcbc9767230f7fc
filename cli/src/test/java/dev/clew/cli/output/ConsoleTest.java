package dev.clew.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.ingest.load.LoadProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void saysInPlainLinesWhatBeginsWhereNoTerminalIsAttached() throws Exception {
        var answer = new Console(out, false).step("Counting", () -> 42);

        assertThat(answer.result()).isEqualTo(42);
        assertThat(lines()).containsExactly("Counting ...");
    }

    @Test
    void drawsABarOnATerminal() {
        try (var progress = new Console(out, true).progress("Counting", 4)) {
            progress.at(4);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Counting 100% [")
                .contains("4/4");
    }

    @Test
    void aFailedStepFailsWithItsOwnException() {
        var console = new Console(out, false);

        assertThatThrownBy(() -> console.step("Counting", () -> {
                    throw new IllegalStateException("no numbers");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no numbers");
    }

    @Test
    void aLoadShowsEachSectionThatIsNotSmallOnce() {
        try (var display = new LoadDisplay(new Console(out, false))) {
            display.progress(new LoadProgress("User", 1, 2_000, 1));
            display.progress(new LoadProgress("User", 2_000, 2_000, 1));
            display.progress(new LoadProgress("Genre", 18, 18, 1));
            display.progress(new LoadProgress("RATED", 1, 0, 1));
        }

        assertThat(lines()).containsExactly("Loading User ...", "Loading RATED ...");
    }

    private String[] lines() {
        return printed.toString(StandardCharsets.UTF_8).split(System.lineSeparator());
    }
}
