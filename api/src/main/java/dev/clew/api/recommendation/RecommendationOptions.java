package dev.clew.api.recommendation;

import dev.clew.api.question.Moment;
import dev.clew.api.question.Moments;
import dev.clew.api.question.Options;
import dev.clew.api.question.OptionsMap;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a question, named and bounded as the options of the procedures. What is not given is left to the
 * procedure's default.
 *
 * @param graph declared name; the default graph if null
 * @param recommender name of the algorithm
 * @param k most items wanted
 * @param explain how much to say about the reasons
 * @param exclude keys of items not wanted
 * @param filter {@code kind:key} of attributes an item must have; one of those given per kind
 * @param asOf the moment asked about, as epoch milliseconds or an ISO 8601 date-time with offset
 * @param seed of everything random in the answer
 * @param timeoutMillis how long the answer may take before the best so far is returned
 * @param maxWork batches of work, for asking for an earlier answer again
 */
public record RecommendationOptions(
        @Parameter(description = "Name of the declared graph; by default 'default', or the only one") @Nullable
        String graph,

        @Parameter(description = "meta-path (default), walk-kernel, personalized-pagerank, random-walk or popularity")
        @Nullable
        String recommender,

        @Parameter(description = "Most items wanted, 10 by default; fewer is normal when fewer can be reached")
        @Min(value = 1, message = IN_K_RANGE)
        @Max(value = 1000, message = IN_K_RANGE)
        @Nullable
        Integer k,

        @Parameter(description = "none, short (a reason each) or full (contributions too)")
        @Pattern(regexp = "none|short|full", message = "must be one of none, short, full")
        @Nullable
        String explain,

        @Parameter(description = "Key of an item not wanted; may be repeated") @Nullable
        List<String> exclude,

        @Parameter(
                description =
                        "kind:key of an attribute an item must have, for example genre:Drama; may be repeated. One"
                                + " of those given of each kind must match")
        @Nullable
        List<@Pattern(regexp = "[^:]+:.+", message = "must be written kind:key, for example genre:Drama") String>
                filter,

        @Parameter(description = "Moment asked about: epoch milliseconds, or a date-time such as 2026-11-01T20:00:00Z")
        @Moment
        @Nullable
        String asOf,

        @Parameter(description = "Seed of everything random in the answer") @Nullable
        Long seed,

        @Parameter(description = "Milliseconds after which the best answer so far is returned")
        @Min(value = 1, message = "must be at least 1")
        @Nullable
        Long timeoutMillis,

        @Parameter(description = "Batches of work after which the best answer so far is returned")
        @Min(value = 0, message = "must be at least 0")
        @Nullable
        Long maxWork)
        implements Options {

    private static final String IN_K_RANGE = "must be in [1, 1000]";

    @Override
    public void putInto(OptionsMap map) {
        map.put("recommender", recommender);
        map.put("k", k);
        map.put("explain", explain);
        map.put("exclude", exclude);
        map.put("filter", filter == null ? null : byKind(filter));
        map.put("asOf", asOf == null ? null : Moments.parse(asOf));
        map.put("seed", seed);
        map.put("timeoutMillis", timeoutMillis);
        map.put("maxWork", maxWork);
    }

    /** {@code [genre:Drama, genre:War, country:France]} as {@code {genre: [Drama, War], country: [France]}}. */
    private static Map<String, List<String>> byKind(List<String> filters) {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        for (String filter : filters) {
            int colon = filter.indexOf(':');
            byKind.computeIfAbsent(filter.substring(0, colon), kind -> new ArrayList<>())
                    .add(filter.substring(colon + 1));
        }
        return byKind;
    }
}
