package dev.clew.api.question;

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
public record Question(Options options, MultiValueMap<String, String> query, Map<String, Object> more) {
    public Question(Options options, MultiValueMap<String, String> query) {
        this(options, query, Map.of());
    }

    /** This question with an option that does not come from the query. */
    public Question with(String option, Object value) {
        return new Question(options, query, Map.of(option, value));
    }

    /**
     * The options map of the procedures.
     *
     * @param graphName the graph that {@link Options#graph} was found to mean
     */
    public Map<String, @Nullable Object> toMap(String graphName) {
        OptionsMap map = new OptionsMap(query);
        options.putInto(map);
        map.put("graph", graphName);
        more.forEach(map::put);
        return map.values();
    }
}
