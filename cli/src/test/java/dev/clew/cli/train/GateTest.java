package dev.clew.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.statistics.Bootstrap;
import dev.clew.evaluation.statistics.Interval;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final int USERS = 200;

    @Test
    void isOpenForAModelThatIsJustAsGood() {
        Gate gate = new Gate(result(0.5, 0.2), result(0.5, 0.2), 1);
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.inWords())
                .isEqualTo("NDCG@20 on the validation part 0.5000 against 0.5000,"
                        + " a difference of +0.0000 [+0.0000, +0.0000]");
    }

    @Test
    void isOpenForAModelThatIsWorseByNoMoreThanChance() {
        // Half of the users gain .2, half lose .22: a mean of -.01 with a standard error of .21 / sqrt(200) = .015.
        assertThat(new Gate(alternating(0.5, 0.7, 0.28), result(0.5, 0), 1).isOpen())
                .isTrue();
    }

    @Test
    void isClosedForAModelThatIsWorseForEverybody() {
        // The values spread by .2 about their means, but every user loses .01: the pairs tell what the means do not.
        assertThat(new Gate(result(0.49, 0.2), result(0.5, 0.2), 1).isOpen()).isFalse();
    }

    /** Users alternate between the mean and a spread above and below it. */
    private static RecommenderResult result(double mean, double spread) {
        return alternating(mean, mean + spread, mean - spread);
    }

    private static RecommenderResult alternating(double mean, double even, double odd) {
        double[] values = IntStream.range(0, USERS)
                .mapToDouble(i -> i % 2 == 0 ? even : odd)
                .toArray();
        return new RecommenderResult(
                "spectral",
                Map.of(),
                USERS,
                Map.of(Gate.METRIC, new Interval(Bootstrap.mean(values), mean, mean)),
                Map.of(Gate.METRIC, values),
                List.of(),
                1,
                1,
                1);
    }
}
