package dev.clew.cli.output;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/**
 * Where a command prints: lines to standard output, progress as bars on a terminal and as plain lines elsewhere.
 */
public final class Console {

    /** The property by which the launcher script says that a terminal is attached. */
    private static final String TERMINAL = "clew.terminal";

    private final PrintStream out;
    private final boolean terminal;

    /** Prints to the stream; bars only if it is a terminal. */
    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** The console of this process. */
    public static Console ofThisProcess() {
        return new Console(System.out, Boolean.getBoolean(TERMINAL));
    }

    /** Prints one line. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /**
     * Runs a step whose length is not known, and says when it begins and how long it took.
     *
     * @param name what is done, such as {@code Starting Neo4j}
     */
    public <T> Timed<T> step(String name, Callable<T> work) throws Exception {
        Progress progress = progress(name, Progress.UNKNOWN);
        try {
            return timed(work);
        } finally {
            progress.close();
        }
    }

    /**
     * Begins to show how far some work is.
     *
     * @param total units of work, or {@link Progress#UNKNOWN}
     */
    public Progress progress(String name, long total) {
        return terminal ? new BarProgress(name, total, out) : new LineProgress(name, total, this);
    }

    private static <T> Timed<T> timed(Callable<T> work) throws Exception {
        long begin = System.nanoTime();
        T result = work.call();
        return new Timed<>(result, (System.nanoTime() - begin) / 1e9);
    }
}
