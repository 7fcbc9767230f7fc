package dev.clew.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcPausesTest {

    @Test
    void tellsWhenACollectionPausedThisProcess() throws InterruptedException {
        try (GcPauses pauses = GcPauses.ofThisProcess()) {
            Instant before = Instant.now();
            System.gc();
            Instant after = Instant.now();

            assertThat(pauses.untilNow()).anySatisfy(pause -> {
                assertThat(pause.begin()).isBetween(before.minusMillis(1), after);
                assertThat(pause.end()).isBetween(pause.begin(), after.plusMillis(1));
            });
        }
    }

    /** The collectors' counts know of one of the three: G1 pauses to begin a concurrent marking, to end it, and to clean up. */
    @Test
    void tellsOfEachPauseOfAConcurrentMarkingInAnotherProcess(@TempDir Path recorder) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseG1GC", "-XX:+ExplicitGCInvokesConcurrent"));
        command.addAll(GcPauses.options(recorder));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Collecting.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            awaitLine(lines, Collecting.READY);
            try (GcPauses pauses = GcPauses.in(recorder)) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
                awaitLine(lines, Collecting.COLLECTED);

                assertThat(pauses.untilNow()).hasSizeGreaterThanOrEqualTo(3);
            }
        } finally {
            process.destroy();
        }
    }

    private static void awaitLine(BufferedReader lines, String wanted) throws Exception {
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }

    /** Collects once it is told to, and waits for its end. */
    static final class Collecting {
        static final String READY = "ready";
        static final String COLLECTED = "collected";

        private Collecting() {}

        public static void main(String[] args) throws Exception {
            System.out.println(READY);
            System.in.read();
            System.gc();
            System.out.println(COLLECTED);
            System.in.read();
        }
    }
}
