package dev.clew.api.problem;

import org.jspecify.annotations.Nullable;

/** A failure that the caller is told about as it is: its message holds nothing internal. */
public final class ProblemException extends RuntimeException {
    private final ProblemType type;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, null);
    }

    public ProblemException(ProblemType type, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.type = type;
    }

    /** What kind of problem it is. */
    public ProblemType type() {
        return type;
    }

    /** What is wrong and what to do, for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
