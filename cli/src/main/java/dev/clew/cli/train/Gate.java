package dev.clew.cli.train;

import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.statistics.Bootstrap;
import dev.clew.evaluation.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Whether a new version may take the live one's place: unless it is worse by more than chance, that is, unless the whole interval of the
 * difference lies below 0. Both have answered the same users, so the bootstrap draws users and takes the difference of each.
 */
final class Gate {
    static final String METRIC = "NDCG@20";
    private static final int RESAMPLES = 1000;

    private final double candidate;
    private final double live;
    private final Interval difference;

    /** @param live fitted with the live version's settings on the same part of the data */
    Gate(RecommenderResult candidate, RecommenderResult live, long seed) {
        double[] ours = values(candidate);
        double[] theirs = values(live);
        double[] differences = IntStream.range(0, ours.length)
                .mapToDouble(i -> ours[i] - theirs[i])
                .toArray();
        this.candidate = candidate.value(METRIC);
        this.live = live.value(METRIC);
        this.difference =
                new Bootstrap(RESAMPLES, seed).intervals(List.of(differences)).get(0);
    }

    private static double[] values(RecommenderResult result) {
        return Objects.requireNonNull(result.perUser().get(METRIC), METRIC);
    }

    boolean isOpen() {
        return difference.high() >= 0;
    }

    /** Both values and the difference with its interval. */
    String inWords() {
        return String.format(
                Locale.ROOT,
                "%s on the validation part %.4f against %.4f, a difference of %+.4f [%+.4f, %+.4f]",
                METRIC,
                candidate,
                live,
                difference.value(),
                difference.low(),
                difference.high());
    }
}
