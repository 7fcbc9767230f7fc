package dev.clew.evaluation.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Parameter.Range;
import dev.clew.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchSpaceTest {
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.real("exponent", 0.5, Range.closed(0, 1), ""),
            Parameter.real("restart", 0.15, Range.open(0, 1), ""),
            Parameter.real("halfLifeDays", 90, Range.closed(0, Double.POSITIVE_INFINITY), ""),
            Parameter.real("tolerance", 1e-6, Range.open(0, Double.POSITIVE_INFINITY), ""),
            Parameter.integer("dimension", 64, 1, 4096, ""),
            Parameter.integer("layers", 2, 1, 4, ""),
            Parameter.flag("weighted", true, ""),
            Parameter.choice("loss", "", "bpr", "softmax"),
            Parameter.map("weights", ""));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDrawIsAllowed(long seed) {
        Map<String, Object> drawn = space(PARAMETERS).draw(new SplittableRandom(seed));
        Settings settings = Settings.of(PARAMETERS, drawn);
        assertThat(settings.real("halfLifeDays")).as("seed %d", seed).isBetween(9.0, 900.0);
        assertThat(settings.real("tolerance")).as("seed %d", seed).isBetween(0.99e-7, 1.01e-5);
        assertThat(settings.integer("dimension")).as("seed %d", seed).isBetween(6L, 640L);
    }

    @Test
    void smallRangesAreDrawnFromEvenly() {
        SearchSpace space = space(PARAMETERS);
        long low = IntStream.range(0, 1000)
                .filter(seed -> (double) space.draw(new SplittableRandom(seed)).getOrDefault("exponent", 1.0) < 0.25)
                .count();
        // 1,000 fair draws: three standard deviations are 41
        assertThat(low).isBetween(209L, 291L);
    }

    @Test
    void mapsKeepTheirDefaults() {
        assertThat(space(PARAMETERS).names()).doesNotContain("weights").contains("loss", "weighted");
    }

    @Test
    void saysSoIfThereIsNothingToTune() {
        assertThatThrownBy(() -> space(List.of(Parameter.map("weights", ""))))
                .hasMessageStartingWith("some has no number, flag or choice to tune.");
    }

    private static SearchSpace space(List<Parameter> parameters) {
        return SearchSpace.of(new Declared(parameters));
    }

    /** A kind of recommender that only says what may be set. */
    private record Declared(List<Parameter> parameters) implements RecommenderProvider {
        @Override
        public String name() {
            return "some";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Estimate estimate(RecommendationGraph graph) {
            return Estimate.NOTHING;
        }

        @Override
        public Recommender fit(TrainingData data, Settings settings, FitContext context) {
            throw new UnsupportedOperationException("This one is never fitted.");
        }
    }
}
