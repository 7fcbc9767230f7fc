package dev.clew.benchmarks.timing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Clients that send their next call as soon as the last one is answered.
 *
 * @param clients how many, at least 1
 * @param calls of all clients together
 * @param limit when to stop although calls are left; a call that has begun is finished
 */
public record ClosedLoop(int clients, int calls, Duration limit) {

    /** Checks that there is a client. */
    public ClosedLoop {
        if (clients < 1) {
            throw new IllegalArgumentException("clients (%d) must be at least 1.".formatted(clients));
        }
    }

    /** Makes the calls; the clock runs from when all clients are connected. */
    public Measurement run(Supplier<Client> connect) throws InterruptedException {
        var run = new Run(new CyclicBarrier(clients), new AtomicInteger());
        List<Client> connected = Stream.generate(connect).limit(clients).toList();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            return sum(connected.stream()
                    .map(client -> threads.submit(() -> run.work(client)))
                    .toList());
        } finally {
            threads.shutdownNow();
            connected.forEach(Client::close);
        }
    }

    private record Worked(Measurement measurement, long begin, long end) {}

    private static Measurement sum(List<Future<Worked>> workers) throws InterruptedException {
        var sum = new Measurement();
        long begin = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (Future<Worked> worker : workers) {
            Worked worked = result(worker);
            sum.add(worked.measurement());
            begin = Math.min(begin, worked.begin());
            end = Math.max(end, worked.end());
        }
        sum.lasted((end - begin) / 1e9);
        return sum;
    }

    private static Worked result(Future<Worked> worker) throws InterruptedException {
        try {
            return worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A client failed", e);
        }
    }

    private final class Run {

        private final CyclicBarrier start;
        private final AtomicInteger next;

        Run(CyclicBarrier start, AtomicInteger next) {
            this.start = start;
            this.next = next;
        }

        Worked work(Client client) throws InterruptedException, BrokenBarrierException {
            start.await();
            long begin = System.nanoTime();
            Measurement measurement = calls(client, begin);
            return new Worked(measurement, begin, System.nanoTime());
        }

        private Measurement calls(Client client, long begin) {
            var measurement = new Measurement();
            int index = next.getAndIncrement();
            while (index < calls && System.nanoTime() - begin < limit.toNanos()) {
                call(client, index, measurement);
                index = next.getAndIncrement();
            }
            return measurement;
        }

        private void call(Client client, int index, Measurement measurement) {
            long begin = System.nanoTime();
            boolean inTime = client.call(index);
            long took = System.nanoTime() - begin;
            if (inTime) {
                measurement.answered(took);
            } else {
                measurement.timedOut(took);
            }
        }
    }
}
