package dev.clew.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

    private final StringWriter errors = new StringWriter();

    @Test
    void asksForABenchmarkWhenNoneIsNamed() {
        assertThat(run()).isEqualTo(2);
        assertThat(errors.toString()).contains("Give one of: serving, freshness, deadline");
    }

    @Test
    void saysWhichFolderHasNoData() {
        assertThat(run("serving", "--data", "no/such/folder")).isEqualTo(2);
        assertThat(errors.toString()).contains("clew: no/such/folder has no train.txt");
    }

    @Test
    void namesAnOptionThatIsOutOfRange() {
        assertThat(run("serving", "--data", "any", "--calls", "0")).isEqualTo(2);
        assertThat(errors.toString()).contains("clew: --calls (0) must be at least 1.");
    }

    private int run(String... arguments) {
        return Benchmarks.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
