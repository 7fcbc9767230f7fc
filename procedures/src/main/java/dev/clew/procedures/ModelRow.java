package dev.clew.procedures;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.clew.procedures.live.StoredModel;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trained model as it is stored.
 *
 * @param version counts up in each graph, whatever is trained
 * @param state 'writing' while training puts it into the database, then 'ready'
 * @param live whether it answers for its recommender's name
 * @param items that it knows
 * @param dimension length of the item vectors; 0 if it has none
 * @param bytes of it in the store; about as many in memory
 * @param dataFingerprint of the data it was trained on
 * @param settings it was trained with
 * @param metrics on the validation part, as training measured them
 * @param message what is wrong with a live model, if something is
 */
public record ModelRow(
        String graph,
        String recommender,
        long version,
        String state,
        boolean live,
        @Nullable Object createdAt,
        @Nullable Long items,
        @Nullable Long dimension,
        @Nullable Long bytes,
        @Nullable Long seed,
        @Nullable String dataFingerprint,
        Map<String, Object> settings,
        Map<String, Object> metrics,
        String message) {

    static ModelRow of(StoredModel model, boolean live, String message) {
        Map<String, Object> noted = model.properties();
        return new ModelRow(
                model.graph(),
                model.recommender(),
                model.version(),
                model.state(),
                live,
                noted.get("createdAt"),
                whole(noted.get("items")),
                whole(noted.get("dimension")),
                whole(noted.get("bytes")),
                whole(noted.get("seed")),
                noted.get("dataFingerprint") instanceof String text ? text : null,
                map(noted.get("settings")),
                map(noted.get("metrics")),
                message);
    }

    private static @Nullable Long whole(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : null;
    }

    /** What is not JSON is told as it is: the list of models must not fail for one that somebody changed. */
    private static Map<String, Object> map(@Nullable Object json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException changed) {
            return Map.of("text", json);
        }
    }
}
