package dev.clew.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedLoopTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger open = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void makesEachCallOnceWhateverTheNumberOfClients(int clients) throws InterruptedException {
        Queue<Integer> made = new ConcurrentLinkedQueue<>();

        var measured = new ClosedLoop(clients, 100, LONG).run(() -> client(made::add));

        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
        assertThat(measured.calls()).isEqualTo(100);
        assertThat(measured.perSecond()).isPositive();
        assertThat(open).hasValue(0);
    }

    /** Both clients wait for each other inside a call: the loop ends only if their calls overlap. */
    @Test
    void keepsAllClientsBusyAtTheSameTime() throws InterruptedException {
        var together = new CountDownLatch(2);

        var measured = new ClosedLoop(2, 2, LONG)
                .run(() -> client(call -> {
                    together.countDown();
                    return await(together);
                }));

        assertThat(measured.calls()).isEqualTo(2);
    }

    @Test
    void countsCallsThatRanIntoTheirLimit() throws InterruptedException {
        var measured = new ClosedLoop(1, 10, LONG).run(() -> client(call -> call % 5 != 0));

        assertThat(measured.timeouts()).isEqualTo(2);
        assertThat(measured.calls()).isEqualTo(10);
    }

    @Test
    void stopsWhenItsTimeIsOver() throws InterruptedException {
        var measured = new ClosedLoop(1, Integer.MAX_VALUE, Duration.ofMillis(20)).run(() -> client(call -> true));

        assertThat(measured.calls()).isPositive().isLessThan(Integer.MAX_VALUE);
    }

    @Test
    void passesOnWhatWentWrongAndClosesAllClients() {
        var loop = new ClosedLoop(3, 10, LONG);

        assertThatThrownBy(() -> loop.run(() -> client(call -> {
                    throw new IllegalStateException("no such procedure");
                })))
                .hasMessage("no such procedure");
        assertThat(open).hasValue(0);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Client client(IntPredicate answersInTime) {
        open.incrementAndGet();
        return new Client() {
            @Override
            public boolean call(int index) {
                return answersInTime.test(index);
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
