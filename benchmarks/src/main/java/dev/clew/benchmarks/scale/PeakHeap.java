package dev.clew.benchmarks.scale;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How much memory is in use at the worst moment of some work: a thread collects garbage over and over and looks at what is left. Slow, and
 * blind to what lasts shorter than a collection; the work is done again to be timed.
 */
final class PeakHeap {
    private static final long PAUSE_MILLIS = 20;

    private long peakBytes;

    /** Bytes in use beyond those in use before the work, at the worst moment seen. */
    long peakBytes() {
        return peakBytes;
    }

    <T> T during(Callable<T> work) throws Exception {
        long before = usedBytes();
        AtomicBoolean done = new AtomicBoolean();
        Thread sampler = new Thread(() -> sample(done, before), "peak-heap");
        sampler.start();
        try {
            T result = work.call();
            return result;
        } finally {
            done.set(true);
            sampler.join();
        }
    }

    private void sample(AtomicBoolean done, long before) {
        try {
            while (!done.get()) {
                peakBytes = Math.max(peakBytes, usedBytes() - before);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bytes in use after collecting garbage. */
    static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
