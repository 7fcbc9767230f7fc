package dev.clew.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a mapping file, so that it is told at once. */
final class Problems {
    private final String fileName;
    private final List<String> problems = new ArrayList<>();

    Problems(String fileName) {
        this.fileName = fileName;
    }

    /** For example {@code shop.yaml:12:7: type (intger) must be ...}. */
    void add(Position at, String problem) {
        problems.add(fileName + ":" + at.line() + ":" + at.column() + ": " + problem);
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw exception(null);
        }
    }

    MappingException exception(@Nullable Throwable cause) {
        return new MappingException(problems, cause);
    }
}
