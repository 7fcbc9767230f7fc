package dev.clew.core.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes that are not a model, or not a whole one. */
public final class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1;

    ModelFormatException(String message) {
        super(message);
    }

    ModelFormatException(String message, @Nullable Exception cause) {
        super(message, cause);
    }
}
