package dev.clew.ingest.load;

/** A load could not go on. What was committed stays, and loading the same data again goes on from there. */
public class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LoadException(String message) {
        super(message);
    }

    public LoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
