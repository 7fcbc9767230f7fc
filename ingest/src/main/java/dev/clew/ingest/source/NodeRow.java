package dev.clew.ingest.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node to write.
 *
 * @param key a string or a long
 * @param properties values in the order of {@link NodeShape#properties}; null where the data says nothing
 */
public record NodeRow(Origin origin, Object key, List<@Nullable Object> properties) {
    public NodeRow {
        Keys.require(key);
    }
}
