package dev.clew.gnn.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Runs tasks that write to different places on some threads. What a task computes must not depend on other tasks; then neither does it
 * depend on the number of threads.
 *
 * @param threads at least 1
 */
public record Workers(int threads) {

    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("threads (" + threads + ") must be at least 1.");
        }
    }

    /** One thread for each processor. */
    public static Workers all() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /** Runs tasks 0 to {@code tasks - 1} and returns when all are done; the first failure is thrown here. */
    public void run(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    task.accept(i);
                }
            } catch (RuntimeException | Error failed) {
                failure.compareAndSet(null, failed);
                next.set(tasks);
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, tasks); i++) {
            Thread thread = new Thread(loop, "clew-matrix-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        loop.run();
        others.forEach(Workers::join);
        rethrow(failure.get());
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
