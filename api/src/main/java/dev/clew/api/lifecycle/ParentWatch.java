package dev.clew.api.lifecycle;

import java.io.IOException;
import java.io.InputStream;

/** Reads a stream to its end on a thread of its own, then acts: a parent's death closes the child's standard input. */
final class ParentWatch {
    private final InputStream input;
    private final Runnable onClose;

    ParentWatch(InputStream input, Runnable onClose) {
        this.input = input;
        this.onClose = onClose;
    }

    Thread start() {
        Thread thread = new Thread(this::waitForEnd, "parent-watch");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void waitForEnd() {
        try {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as its end: nobody is left on the other side.
        }
        onClose.run();
    }
}
