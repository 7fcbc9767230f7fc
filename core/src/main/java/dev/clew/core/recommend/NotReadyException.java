package dev.clew.core.recommend;

/** The graph cannot be asked yet, or any more; the message says why and what to do. */
public final class NotReadyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NotReadyException(String message) {
        super(message);
    }
}
