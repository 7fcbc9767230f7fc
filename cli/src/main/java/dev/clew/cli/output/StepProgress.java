package dev.clew.cli.output;

import dev.clew.evaluation.run.RunListener;
import org.jspecify.annotations.Nullable;

/** Shows a run, one progress a step. */
public final class StepProgress implements RunListener, AutoCloseable {
    private final Console console;
    private @Nullable Progress shown;
    private String current = "";

    /** Shows nothing until the first step begins. */
    public StepProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void at(String step, long done, long total) {
        Progress progress = shown;
        if (progress == null || !current.equals(step)) {
            close();
            progress = console.progress(step, total == 0 ? Progress.UNKNOWN : total);
            shown = progress;
            current = step;
        }
        progress.at(done);
    }

    @Override
    public synchronized void close() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }
}
