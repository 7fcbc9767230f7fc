package dev.clew.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final long FIRST_KEY = 100;

    @Test
    void isMetWhenWhatMustBeThereIsAndTheRestIsNot() {
        var expectation = Expectation.present(2).butAbsent(1);

        assertThat(expectation.isMetBy(items(7, 102), FIRST_KEY)).isTrue();
        assertThat(expectation.isMetBy(items(7), FIRST_KEY)).isFalse();
        assertThat(expectation.isMetBy(items(101, 102), FIRST_KEY)).isFalse();
    }

    @Test
    void isNotMetByAnErrorThatWasNotExpected() {
        var failed = new Answer(List.of(), "Graph 'default' is warming up");

        assertThat(Expectation.absent(1).isMetBy(unknown(), FIRST_KEY)).isFalse();
        assertThat(Expectation.absent(1).isMetBy(failed, FIRST_KEY)).isFalse();
    }

    @Test
    void knowsADeletedUserByTheMessage() {
        assertThat(Expectation.UNKNOWN_USER.isMetBy(unknown(), FIRST_KEY)).isTrue();
        assertThat(Expectation.UNKNOWN_USER.isMetBy(items(), FIRST_KEY)).isFalse();
    }

    private static Answer unknown() {
        return new Answer(List.of(), "UnknownKeyException: No user with key 100.");
    }

    private static Answer items(long... keys) {
        return new Answer(java.util.Arrays.stream(keys).boxed().toList(), null);
    }
}
