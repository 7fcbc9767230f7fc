package dev.clew.api.loopback;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a description and an action instead of a stack trace. */
final class NotLoopbackFailureAnalyzer extends AbstractFailureAnalyzer<NotLoopbackException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotLoopbackException cause) {
        String action = "Remove the setting, or use 127.0.0.1 (::1 for IPv6). To offer the service to other machines,"
                + " put a reverse proxy that authenticates in front of it.";
        return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
    }
}
