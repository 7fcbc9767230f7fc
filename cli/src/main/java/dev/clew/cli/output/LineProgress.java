package dev.clew.cli.output;

import java.time.Duration;
import java.util.Locale;

/** A line at the beginning, one every ten seconds, and one at the end if the work took longer than two seconds. */
final class LineProgress implements Progress {

    private static final long EVERY = Duration.ofSeconds(10).toNanos();
    private static final long LONG = Duration.ofSeconds(2).toNanos();

    private final String name;
    private final long total;
    private final Console console;
    private final long begin = System.nanoTime();
    private long lastLine = begin;

    LineProgress(String name, long total, Console console) {
        this.name = name;
        this.total = total;
        this.console = console;
        console.line(name + " ...");
    }

    @Override
    public void at(long done) {
        long now = System.nanoTime();
        if (now - lastLine < EVERY) {
            return;
        }
        lastLine = now;
        console.line("%s: %,d%s".formatted(name, done, total == UNKNOWN ? "" : " of %,d".formatted(total)));
    }

    @Override
    public void close() {
        long took = System.nanoTime() - begin;
        if (took > LONG) {
            console.line(String.format(Locale.ROOT, "%s: done in %.1f s", name, took / 1e9));
        }
    }
}
