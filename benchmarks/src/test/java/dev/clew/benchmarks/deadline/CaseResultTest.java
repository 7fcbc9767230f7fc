package dev.clew.benchmarks.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.benchmarks.timing.GcPause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseResultTest {

    private static final List<Object> COMPLETE = List.of(1L, 2L);
    private static final List<GcPause> NONE = List.of();
    private static final Instant BEGIN = Instant.EPOCH;

    private final CaseResult result = new CaseResult(50);

    @Test
    void countsOnlyTheTimeAfterTheDeadline() {
        result.add(new TimedAnswer(BEGIN, 53_000_000, "deadline", List.of(1L)), COMPLETE, NONE);
        result.add(new TimedAnswer(BEGIN, 20_000_000, "complete", COMPLETE), COMPLETE, NONE);

        assertThat(result.overruns().millisAt(100)).isEqualTo(3, within(0.01));
        assertThat(result.overruns().millisAt(50)).isZero();
    }

    @Test
    void listsCallsThatTheGarbageCollectorPausedApart() {
        var pause = new GcPause(BEGIN.plusMillis(20), BEGIN.plusMillis(58));
        result.add(new TimedAnswer(BEGIN, 90_000_000, "deadline", List.of(1L)), COMPLETE, List.of(pause));
        result.add(new TimedAnswer(BEGIN, 51_000_000, "deadline", List.of(1L)), COMPLETE, NONE);

        assertThat(result.overrunsWithoutPauses().millisAt(100)).isEqualTo(1, within(0.01));
        assertThat(result.overruns().millisAt(100)).isEqualTo(40, within(0.05));
        assertThat(result.paused()).isEqualTo(1);
        assertThat(result.longestPauseMillis()).isEqualTo(38);
    }

    @Test
    void anAnswerThatLacksItemsAndDoesNotSaySoIsSilent() {
        result.add(new TimedAnswer(BEGIN, 1, "complete", List.of(1L)), COMPLETE, NONE);
        result.add(new TimedAnswer(BEGIN, 1, "deadline", List.of(1L)), COMPLETE, NONE);
        result.add(new TimedAnswer(BEGIN, 1, "", List.of()), COMPLETE, NONE);

        assertThat(result.silent()).isEqualTo(2);
        assertThat(result.partial()).isEqualTo(1);
        assertThat(result.empty()).isEqualTo(1);
    }

    @Test
    void aPauseFallsIntoACallIfTheyHaveAnyTimeInCommon() {
        var answer = new TimedAnswer(BEGIN.plusMillis(100), 50_000_000, "complete", COMPLETE);
        var before = new GcPause(BEGIN.plusMillis(80), BEGIN.plusMillis(100));
        var atTheBegin = new GcPause(BEGIN.plusMillis(80), BEGIN.plusMillis(101));
        var atTheEnd = new GcPause(BEGIN.plusMillis(149), BEGIN.plusMillis(170));
        var after = new GcPause(BEGIN.plusMillis(150), BEGIN.plusMillis(170));

        assertThat(answer.among(List.of(before, atTheBegin, atTheEnd, after))).containsExactly(atTheBegin, atTheEnd);
    }
}
