package dev.clew.api.explanation;

import dev.clew.api.question.Moment;
import dev.clew.api.question.Moments;
import dev.clew.api.question.Options;
import dev.clew.api.question.OptionsMap;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of an explanation. What is not given is left to the procedure's default.
 *
 * @param graph declared name; the default graph if null
 * @param recommender name of the algorithm whose score is explained
 * @param maxPaths how many paths are told one by one; the others are summed up by the action they start from
 * @param asOf the moment asked about, as epoch milliseconds or an ISO 8601 date-time with offset
 * @param seed of everything random in the score
 * @param timeoutMillis how long the answer may take
 */
record ExplanationOptions(
        @Parameter(description = "Name of the declared graph; by default 'default', or the only one") @Nullable
        String graph,

        @Parameter(description = "meta-path (default), walk-kernel, personalized-pagerank, random-walk or popularity")
        @Nullable
        String recommender,

        @Parameter(
                description =
                        "Paths told one by one, 20 by default; the others are summed up by the action they start from")
        @Min(value = 0, message = IN_PATH_RANGE)
        @Max(value = 10_000, message = IN_PATH_RANGE)
        @Nullable
        Integer maxPaths,

        @Parameter(description = "Moment asked about: epoch milliseconds, or a date-time such as 2026-11-01T20:00:00Z")
        @Moment
        @Nullable
        String asOf,

        @Parameter(description = "Seed of everything random in the score") @Nullable
        Long seed,

        @Parameter(description = "Milliseconds the answer may take")
        @Min(value = 1, message = "must be at least 1")
        @Nullable
        Long timeoutMillis)
        implements Options {

    private static final String IN_PATH_RANGE = "must be in [0, 10000]";

    @Override
    public void putInto(OptionsMap map) {
        map.put("recommender", recommender);
        map.put("maxPaths", maxPaths);
        map.put("asOf", asOf == null ? null : Moments.parse(asOf));
        map.put("seed", seed);
        map.put("timeoutMillis", timeoutMillis);
    }
}
