package dev.clew.ingest.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for each lane, each with room for one waiting batch, so that reading goes on while batches are written and never runs far
 * ahead. The first failure is thrown at the next call.
 */
final class Lanes implements AutoCloseable {
    private final List<ExecutorService> threads = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();

    Lanes(int count) {
        for (int lane = 0; lane < count; lane++) {
            threads.add(thread("clew-load-" + lane));
        }
    }

    private static ExecutorService thread(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                Lanes::waitForRoom);
    }

    private static void waitForRoom(Runnable task, ThreadPoolExecutor lane) {
        try {
            lane.getQueue().put(task);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("The load was interrupted.", interrupted);
        }
    }

    /** Gives a task to a lane; waits while the lane has one running and one waiting. */
    void submit(int lane, Runnable task) {
        running.removeIf(Lanes::isDone);
        running.add(threads.get(lane).submit(task));
    }

    private static boolean isDone(Future<?> task) {
        if (task.isDone()) {
            result(task);
            return true;
        }
        return false;
    }

    /** Waits for all tasks given so far. */
    void await() {
        running.forEach(Lanes::result);
        running.clear();
    }

    private static void result(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LoadException known) {
                throw known;
            }
            throw new LoadException("A batch could not be written: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was interrupted.", interrupted);
        }
    }

    /** Drops what waits and lets what runs come to its end, so that nothing is written after the load has returned. */
    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
        try {
            for (ExecutorService thread : threads) {
                if (!thread.awaitTermination(60, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
