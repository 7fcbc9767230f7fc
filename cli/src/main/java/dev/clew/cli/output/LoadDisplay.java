package dev.clew.cli.output;

import dev.clew.ingest.load.LoadListener;
import dev.clew.ingest.load.LoadProgress;
import org.jspecify.annotations.Nullable;

/** Shows a load, one progress a section; small sections pass unseen, since data may have dozens of relationship types. */
public final class LoadDisplay implements LoadListener, AutoCloseable {

    private static final long SMALL = 2_000;

    private final Console console;
    private @Nullable Progress shown;
    private String section = "";

    /** Shows nothing until the first batch is committed. */
    public LoadDisplay(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void progress(LoadProgress progress) {
        if (progress.estimatedRows() > 0 && progress.estimatedRows() < SMALL) {
            return;
        }
        Progress current = shown;
        if (current == null || !section.equals(progress.section())) {
            close();
            current = begin(progress);
        }
        current.at(progress.rows());
    }

    @Override
    public synchronized void close() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }

    private Progress begin(LoadProgress progress) {
        section = progress.section();
        long total = progress.estimatedRows() == 0 ? Progress.UNKNOWN : progress.estimatedRows();
        Progress begun = console.progress("Loading " + section, total);
        shown = begun;
        return begun;
    }
}
