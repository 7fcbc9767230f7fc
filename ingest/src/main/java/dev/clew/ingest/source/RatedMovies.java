package dev.clew.ingest.source;

import java.util.List;
import java.util.Map;

/**
 * The declaration of users who rate movies on a scale of five stars: 3.5 and more is a like, 2 and less a dislike, what lies between
 * only says that the movie was seen.
 */
public final class RatedMovies {
    private static final double LIKED_FROM = 3.5;
    private static final double DISLIKED_UP_TO = 2.0;

    private RatedMovies() {}

    /** The declaration with these attributes. */
    public static Map<String, Object> declaration(List<Map<String, Object>> attributes) {
        return Map.of(
                "user", Map.of("label", "User", "key", "id"),
                "item", Map.of("label", "Movie", "key", "id", "name", "title"),
                "interactions", List.of(rated()),
                "attributes", attributes);
    }

    private static Map<String, Object> rated() {
        return Map.of(
                "type", "RATED",
                "weight", "rating",
                "time", "timestamp",
                "positiveFrom", LIKED_FROM,
                "negativeUpTo", DISLIKED_UP_TO);
    }

    /** An attribute whose relationship starts at the movie. */
    public static Map<String, Object> outgoing(String type, NodeKey attribute, String kind) {
        return attribute(type, attribute, kind, "OUT");
    }

    /** An attribute whose relationship ends at the movie. */
    public static Map<String, Object> incoming(String type, NodeKey attribute, String kind) {
        return attribute(type, attribute, kind, "IN");
    }

    private static Map<String, Object> attribute(String type, NodeKey attribute, String kind, String direction) {
        return Map.of(
                "type", type, "label", attribute.label(), "kind", kind, "key", attribute.key(), "direction", direction);
    }
}
