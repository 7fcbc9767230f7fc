package dev.clew.benchmarks.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VectorAnswerTest {
    private static final VectorAnswer PLAIN = answer(List.of(3.0, 1.0), 1, 1);

    private static VectorAnswer answer(List<Double> scores, long... versions) {
        return new VectorAnswer(
                List.of("a", "b"),
                scores,
                java.util.Arrays.stream(versions).boxed().toList());
    }

    @Test
    void anAnswerOfEitherVersionIsWhole() {
        assertThat(PLAIN.isWhollyOfOneVersion(PLAIN, 2)).isTrue();
        assertThat(answer(List.of(6.0, 2.0), 2, 2).isWhollyOfOneVersion(PLAIN, 2))
                .as("the scores of version 2 are twice as large")
                .isTrue();
    }

    @Test
    void anAnswerThatNamesOneVersionWithScoresOfTheOtherIsNot() {
        assertThat(answer(List.of(6.0, 2.0), 1, 1).isWhollyOfOneVersion(PLAIN, 2))
                .isFalse();
        assertThat(answer(List.of(6.0, 1.0), 2, 2).isWhollyOfOneVersion(PLAIN, 2))
                .isFalse();
    }

    @Test
    void anAnswerThatNamesTwoVersionsIsNot() {
        assertThat(answer(List.of(6.0, 2.0), 2, 1).isWhollyOfOneVersion(PLAIN, 2))
                .isFalse();
    }
}
