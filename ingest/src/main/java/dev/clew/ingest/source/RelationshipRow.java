package dev.clew.ingest.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to write.
 *
 * @param from key of the start node, a string or a long
 * @param to key of the end node, a string or a long
 * @param properties values in the order of {@link RelationshipShape#properties}; null where the data says nothing
 */
public record RelationshipRow(Origin origin, Object from, Object to, List<@Nullable Object> properties) {
    public RelationshipRow {
        Keys.require(from);
        Keys.require(to);
    }
}
