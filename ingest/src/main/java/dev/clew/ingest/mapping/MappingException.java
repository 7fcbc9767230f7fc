package dev.clew.ingest.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping file breaks its rules; the message has one line a problem, each with file, line and column. */
public final class MappingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MappingException(List<String> problems, @Nullable Throwable cause) {
        super(String.join("\n", problems), cause);
    }
}
