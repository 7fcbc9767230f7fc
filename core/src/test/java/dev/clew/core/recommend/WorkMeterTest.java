package dev.clew.core.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkMeterTest {
    private static final long MICROS = 1_000;
    private static final long MILLIS = 1_000_000;

    @Test
    void looksAtTheBudgetOnlyBetweenBatches() {
        WorkMeter meter = new WorkMeter(new Budget(1, Budget.NO_DEADLINE));
        assertThat(meter.spend(Budget.BATCH - 1)).isTrue();
        assertThat(meter.stoppedBy()).isEqualTo(StoppedBy.COMPLETE);
        assertThat(meter.spend(1)).isTrue();
        assertThat(meter.stoppedBy()).isEqualTo(StoppedBy.WORK);
        assertThat(meter.spend(1)).isFalse();
        assertThat(meter.workDone()).isEqualTo(1);
    }

    @Test
    void givesNoLeaveAtAllWithoutABatch() {
        WorkMeter meter = new WorkMeter(new Budget(0, Budget.NO_DEADLINE));
        assertThat(meter.spend(1)).isFalse();
        assertThat(meter.stoppedBy()).isEqualTo(StoppedBy.WORK);
        assertThat(meter.workDone()).isZero();
    }

    @Test
    void stopsAtTheFirstBorderAfterTheDeadline() {
        AtomicLong clock = new AtomicLong(100);
        WorkMeter meter = new WorkMeter(new Budget(Long.MAX_VALUE, 150), clock::get);
        assertThat(meter.spend(Budget.BATCH)).isTrue();
        clock.set(150);
        assertThat(meter.spend(Budget.BATCH - 1)).isTrue();
        assertThat(meter.spend(1)).isTrue();
        assertThat(meter.spend(1)).isFalse();
        assertThat(meter.stoppedBy()).isEqualTo(StoppedBy.DEADLINE);
        assertThat(meter.workDone()).isEqualTo(2);
    }

    @Test
    void reproducesAnAnswerTheClockStoppedFromItsWork() {
        Deque<Long> clock = new ArrayDeque<>(List.of(1L, 2L, 3L, 4L));
        WorkMeter stopped = new WorkMeter(new Budget(Long.MAX_VALUE, 3), clock::remove);
        WorkMeter again = new WorkMeter(new Budget(drain(stopped, 1_000), Budget.NO_DEADLINE));
        assertThat(stopped.stoppedBy()).isEqualTo(StoppedBy.DEADLINE);
        assertThat(drain(again, 1_000)).isEqualTo(stopped.workDone());
        assertThat(again.stoppedBy()).isEqualTo(StoppedBy.WORK);
    }

    @Test
    void reservesMoreTimeOnceWhatWasReservedDidNotDo() {
        AtomicLong clock = new AtomicLong();
        Pace pace = new Pace(clock::get);
        assertThat(cutAt(pace, clock, 10)).isEqualTo(MILLIS * 90);
        assertThat(cutAt(pace, clock, 30)).isEqualTo(MILLIS * 90);
        // Half of the way from one time to three times what was reserved.
        assertThat(cutAt(pace, clock, 30)).isEqualTo(MILLIS * 80);
    }

    @Test
    void goesBackSlowlyToReservingWhatIsReckoned() {
        AtomicLong clock = new AtomicLong();
        Pace pace = new Pace(clock::get);
        cutAt(pace, clock, 30);
        cutAt(pace, clock, 10);
        assertThat(cutAt(pace, clock, 10)).isEqualTo(MILLIS * 80 + MILLIS * 10 / 500);
        for (int answer = 0; answer < 5_000; answer++) {
            cutAt(pace, clock, 10);
        }
        assertThat(cutAt(pace, clock, 10)).isBetween(MILLIS * 90 - 1000, MILLIS * 90);
    }

    @Test
    void reservesNoMoreThanFourTimesWhatIsReckonedHoweverLongItTook() {
        AtomicLong clock = new AtomicLong();
        Pace pace = new Pace(clock::get);
        for (int answer = 0; answer < 100; answer++) {
            cutAt(pace, clock, 1_000);
        }
        assertThat(cutAt(pace, clock, 1_000)).isBetween(MILLIS * 60, MILLIS * 60 + 1000);
    }

    /** An answer that has 100 ms and reserves 10: how late it is cut by a clock that is looked at each microsecond; making it then takes some time. */
    private static long cutAt(Pace pace, AtomicLong clock, int takesMillis) {
        clock.set(0);
        WorkMeter meter = new WorkMeter(new Budget(Long.MAX_VALUE, MILLIS * 100), pace);
        meter.reserve(MILLIS * 10);
        while (meter.spend(Budget.BATCH)) {
            clock.addAndGet(MICROS);
        }
        long cut = clock.get() - MICROS;
        clock.set(cut + MILLIS * takesMillis);
        meter.answerIsMade();
        return cut;
    }

    @Test
    void reproducesACompleteAnswerFromItsWork() {
        WorkMeter complete = new WorkMeter(Budget.UNLIMITED);
        assertThat(complete.spend(Budget.BATCH)).isTrue();
        assertThat(complete.spend(5)).isTrue();
        WorkMeter again = new WorkMeter(new Budget(complete.workDone(), Budget.NO_DEADLINE));
        assertThat(again.spend(Budget.BATCH)).isTrue();
        assertThat(again.spend(5)).isTrue();
        assertThat(again.stoppedBy()).isEqualTo(StoppedBy.COMPLETE);
    }

    @Test
    void refusesANegativeBudget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget(-1, Budget.NO_DEADLINE))
                .withMessage("maxWork (-1) must be at least 0.");
    }

    private static long drain(WorkMeter meter, int piece) {
        while (meter.spend(piece)) {
            assertThat(meter.workDone()).isLessThan(100);
        }
        return meter.workDone();
    }
}
