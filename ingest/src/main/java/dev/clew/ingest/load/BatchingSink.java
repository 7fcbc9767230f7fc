package dev.clew.ingest.load;

import dev.clew.ingest.source.RecordSink;
import dev.clew.ingest.source.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Cuts a section's rows into batches: a batch ends with its last good row, and one more takes what was rejected after it. */
final class BatchingSink<R> implements RecordSink<R> {
    private final int batchSize;
    private final SectionProgress progress;
    private final BiConsumer<List<R>, List<Rejection>> batches;
    private List<R> rows = new ArrayList<>();
    private List<Rejection> rejections = new ArrayList<>();

    BatchingSink(int batchSize, SectionProgress progress, BiConsumer<List<R>, List<Rejection>> batches) {
        this.batchSize = batchSize;
        this.progress = progress;
        this.batches = batches;
    }

    @Override
    public void accept(R row) {
        rows.add(row);
        if (rows.size() == batchSize) {
            flush();
        }
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
        if (rejections.size() == batchSize) {
            flush();
        }
    }

    @Override
    public void duplicate() {
        progress.duplicate();
    }

    /** Ends the last batch. */
    void finish() {
        if (!rows.isEmpty() || !rejections.isEmpty()) {
            flush();
        }
    }

    private void flush() {
        progress.read(rows.size());
        batches.accept(rows, rejections);
        rows = new ArrayList<>();
        rejections = new ArrayList<>();
    }
}
