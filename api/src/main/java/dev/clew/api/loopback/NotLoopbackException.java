package dev.clew.api.loopback;

import org.jspecify.annotations.Nullable;

/** The service was told to listen where others can reach it. */
final class NotLoopbackException extends RuntimeException {
    NotLoopbackException(String property, @Nullable String address) {
        super(property + " (" + (address == null || address.isBlank() ? "not set: every address" : address)
                + ") must be a loopback address, because the service does not authenticate its callers yet.");
    }
}
