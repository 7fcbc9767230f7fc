package dev.clew.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignificanceTest {
    /** Student's example of 1908: hours of sleep gained by ten patients with two drugs; t = -4.0621, p = .002833. */
    private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void findsStudentsSleepExampleSignificant() {
        PairedTest test = PairedTest.of(DRUG_1, DRUG_2);
        assertThat(test.meanDifference()).isCloseTo(-1.58, within(1e-12));
        assertThat(test.tTestP()).isCloseTo(0.002833, within(1e-6));
    }

    @Test
    void wilcoxonGivesTheExactValueForFiveDifferencesOfOneSign() {
        // All 2^5 signs are equally likely; one of them each way is as extreme.
        PairedTest test = PairedTest.of(new double[] {1, 2, 3, 4, 5}, new double[5]);
        assertThat(test.wilcoxonP()).isCloseTo(2 / 32.0, within(1e-12));
    }

    @Test
    void equalRunsDoNotDiffer() {
        PairedTest test = PairedTest.of(DRUG_1, DRUG_1);
        assertThat(test.tTestP()).isOne();
        assertThat(test.wilcoxonP()).isOne();
    }

    @Test
    void usersWithoutAValueAreLeftOut() {
        assertThat(PairedTest.of(new double[] {1, Double.NaN, 3}, new double[] {0, 1, Double.NaN})
                        .users())
                .isOne();
    }

    @Test
    void refusesRunsOverOtherUsers() {
        assertThatThrownBy(() -> PairedTest.of(new double[2], new double[3]))
                .hasMessageContaining("Compare runs over the same users");
    }

    @Test
    void holmMultipliesTheSmallestByThreeAndKeepsTheOrder() {
        // .01 * 3, then .04 * 2 = .08, then .05 * 1 raised to .08.
        assertThat(Holm.correct(new double[] {0.04, 0.01, 0.05}))
                .containsExactly(new double[] {0.08, 0.03, 0.08}, within(1e-12));
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holmRejectsWhatTheStepDownProcedureRejects(int seed) {
        double[] p = new Random(seed).doubles(8, 0, 0.1).toArray();
        double[] corrected = Holm.correct(p);
        double[] ascending = Arrays.stream(p).sorted().toArray();
        int rejected = 0;
        while (rejected < p.length && ascending[rejected] <= 0.05 / (p.length - rejected)) {
            rejected++;
        }
        long significant = Arrays.stream(corrected).filter(it -> it <= 0.05).count();
        assertThat(significant).as("seed %d", seed).isEqualTo(rejected);
    }
}
