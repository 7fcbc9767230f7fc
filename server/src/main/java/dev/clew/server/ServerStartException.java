package dev.clew.server;

import org.jspecify.annotations.Nullable;

/** The server cannot start; the message is written for the person at the terminal. */
final class ServerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    ServerStartException(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    ServerStartException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
