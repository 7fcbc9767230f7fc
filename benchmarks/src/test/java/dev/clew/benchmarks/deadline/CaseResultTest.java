package dev.clew.benchmarks.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.benchmarks.timing.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseResultTest {

    private static final List<Object> COMPLETE = List.of(1L, 2L);
    private static final Collections NONE = new Collections(0, 0);

    private final CaseResult result = new CaseResult(50);

    @Test
    void countsOnlyTheTimeAfterTheDeadline() {
        result.add(new TimedAnswer(53_000_000, NONE, "deadline", List.of(1L)), COMPLETE);
        result.add(new TimedAnswer(20_000_000, NONE, "complete", COMPLETE), COMPLETE);

        assertThat(result.overruns().millisAt(100)).isEqualTo(3, within(0.01));
        assertThat(result.overruns().millisAt(50)).isZero();
    }

    @Test
    void listsCallsWithAGarbageCollectionApart() {
        result.add(new TimedAnswer(90_000_000, new Collections(1, 38), "deadline", List.of(1L)), COMPLETE);
        result.add(new TimedAnswer(51_000_000, NONE, "deadline", List.of(1L)), COMPLETE);

        assertThat(result.overrunsWithoutCollections().millisAt(100)).isEqualTo(1, within(0.01));
        assertThat(result.overruns().millisAt(100)).isEqualTo(40, within(0.05));
        assertThat(result.collected()).isEqualTo(1);
        assertThat(result.longestCollectionMillis()).isEqualTo(38);
    }

    @Test
    void anAnswerThatLacksItemsAndDoesNotSaySoIsSilent() {
        result.add(new TimedAnswer(1, NONE, "complete", List.of(1L)), COMPLETE);
        result.add(new TimedAnswer(1, NONE, "deadline", List.of(1L)), COMPLETE);
        result.add(new TimedAnswer(1, NONE, "", List.of()), COMPLETE);

        assertThat(result.silent()).isEqualTo(2);
        assertThat(result.partial()).isEqualTo(1);
        assertThat(result.empty()).isEqualTo(1);
    }
}
