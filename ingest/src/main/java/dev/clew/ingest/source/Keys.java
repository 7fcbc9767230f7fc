package dev.clew.ingest.source;

/** Keys are strings or longs, so that a key read back from the database equals the one that was sent. */
final class Keys {
    private Keys() {}

    static void require(Object key) {
        if (!(key instanceof String || key instanceof Long)) {
            throw new IllegalArgumentException(
                    "key (" + key + ", a " + key.getClass().getSimpleName() + ") must be a String or a Long.");
        }
    }
}
