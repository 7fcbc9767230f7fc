package dev.clew.cli.process;

import org.jspecify.annotations.Nullable;

/** A command cannot go on; the message is written for the person at the terminal. */
public final class CommandFailedException extends RuntimeException {

    /** Something that was started or asked did not work. */
    public static final int FAILED = 1;

    /** The arguments cannot be used. */
    public static final int BAD_USAGE = 2;

    /** A port is occupied. */
    public static final int PORT_OCCUPIED = 3;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** A failure without a deeper cause. */
    public CommandFailedException(int exitCode, String message) {
        this(exitCode, message, null);
    }

    /** A failure and what led to it. */
    public CommandFailedException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What the process returns to the shell. */
    public int exitCode() {
        return exitCode;
    }
}
