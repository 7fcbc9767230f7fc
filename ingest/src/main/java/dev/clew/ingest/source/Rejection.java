package dev.clew.ingest.source;

/**
 * A row that cannot be used.
 *
 * @param reason what is wrong with it, naming the value and the rule
 * @param text the row as it stands in the file, as far as known
 */
public record Rejection(Origin origin, String reason, String text) {
    @Override
    public String toString() {
        return origin + ": " + reason;
    }
}
