package dev.clew.api.recommendation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * How something is asked.
 *
 * @param options those this service knows, checked
 * @param query every query parameter as it was sent; the parameters of a recommender are among them, for the procedure to check
 * @param more options that do not come from the query
 */
public record Question(RecommendationOptions options, MultiValueMap<String, String> query, Map<String, Object> more) {
    public Question(RecommendationOptions options, MultiValueMap<String, String> query) {
        this(options, query, Map.of());
    }

    Question with(String option, Object value) {
        return new Question(options, query, Map.of(option, value));
    }

    /** The options map of the procedures. */
    public Map<String, @Nullable Object> toMap(String graphName) {
        Map<String, @Nullable Object> map = new HashMap<>(options.toMap(graphName, query));
        map.putAll(more);
        return map;
    }
}
