package dev.clew.api.recommendation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is not in the graph, known by what they did. Nothing of it is stored.
 *
 * @param interactions what they did, in any order
 */
record Visitor(
        @NotEmpty(message = "must name at least one interaction")
        List<@Valid Interaction> interactions) {

    /**
     * One thing they did.
     *
     * @param item key of the item
     * @param type declared interaction type; the first declared one if null
     * @param weight such as a rating; null if the type has none
     * @param time epoch milliseconds; null for now
     */
    @Schema(name = "Interaction")
    record Interaction(
            @Schema(description = "Key of the item", example = "alien-1979") @NotNull(message = "must be given")
            String item,

            @Schema(description = "Declared interaction type; by default the first declared", example = "RATED")
            @Nullable
            String type,

            @Schema(description = "Such as a rating", example = "4.5") @Nullable
            Double weight,

            @Schema(description = "Epoch milliseconds; by default now") @Nullable
            Long time) {

        private Map<String, Object> toMap() {
            Map<String, Object> map = new HashMap<>(Map.of("item", item));
            putIfGiven(map, "type", type);
            putIfGiven(map, "weight", weight);
            putIfGiven(map, "time", time);
            return map;
        }

        private static void putIfGiven(Map<String, Object> map, String name, @Nullable Object value) {
            if (value != null) {
                map.put(name, value);
            }
        }
    }

    /** The form that {@code options.interactions} takes. */
    List<Map<String, Object>> toList() {
        return interactions.stream().map(Interaction::toMap).toList();
    }
}
