package dev.clew.benchmarks.timing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordingStream;

/**
 * The pauses of a JVM's garbage collector, all of them, as its flight recorder tells of them. The collectors' own counts would not do: before Java 20 they leave out those in which G1
 * ends a concurrent marking, which take tens of milliseconds.
 */
public final class GcPauses implements AutoCloseable {

    private static final String EVENT = "jdk.GCPhasePause";

    /** The recorder writes every second what it has, and is read as often: this is more than twice as long. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(5);

    private final EventStream stream;
    private final Queue<GcPause> pauses = new ConcurrentLinkedQueue<>();

    private GcPauses(EventStream stream) {
        this.stream = stream;
        stream.onEvent(EVENT, event -> pauses.add(new GcPause(event.getStartTime(), event.getEndTime())));
        stream.startAsync();
    }

    /** Follows this JVM. */
    public static GcPauses ofThisProcess() {
        var stream = new RecordingStream();
        stream.enable(EVENT).withoutThreshold();
        return new GcPauses(stream);
    }

    /**
     * Follows another JVM of this machine, from its start.
     *
     * @param recorder the folder that it was started with
     */
    public static GcPauses in(Path recorder) {
        try (var folders = Files.list(recorder)) {
            // Each JVM writes into a folder of its own, named by when it started.
            Path latest = folders.max(Comparator.naturalOrder()).orElseThrow();
            var stream = EventStream.openRepository(latest);
            stream.setStartTime(Instant.EPOCH);
            return new GcPauses(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be followed".formatted(recorder), e);
        }
    }

    /**
     * Options of a JVM that is to be followed.
     *
     * @param recorder folder for what its flight recorder writes, created when absent
     */
    public static List<String> options(Path recorder) throws IOException {
        return List.of(
                "-XX:FlightRecorderOptions:repository=" + Files.createDirectories(recorder),
                "-XX:StartFlightRecording:settings=none,+%s#enabled=true".formatted(EVENT));
    }

    /** Those since the JVM has been followed, or since its start. Waits until all are told. */
    public List<GcPause> untilNow() throws InterruptedException {
        Thread.sleep(UNTIL_TOLD.toMillis());
        return List.copyOf(pauses);
    }

    @Override
    public void close() {
        stream.close();
    }
}
