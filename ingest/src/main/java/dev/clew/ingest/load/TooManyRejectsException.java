package dev.clew.ingest.load;

import dev.clew.ingest.source.Rejection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** More rows were bad than the options allow. */
public final class TooManyRejectsException extends LoadException {
    private static final long serialVersionUID = 1;

    TooManyRejectsException(long rejected, Rejection last, LoadOptions options) {
        super("rejected rows (" + rejected + ") must be at most " + options.maxRejects() + ". The last: " + last + " "
                + whereToLook(options.rejectFile()) + " Correct the data, or allow more with --max-rejects.");
    }

    private static String whereToLook(@Nullable Path rejectFile) {
        return rejectFile == null ? "" : "All of them: " + rejectFile + ".";
    }
}
