package dev.clew.ingest.load;

import dev.clew.ingest.source.Section;

/** Counts what happens to a section's rows. Written by the reading thread and the lanes. */
final class SectionProgress {
    private final Section section;
    private final LoadListener listener;
    private final long start = System.nanoTime();
    private long read;
    private long written;
    private long created;
    private long rejected;
    private long duplicates;
    private long resumed;

    SectionProgress(Section section, LoadListener listener) {
        this.section = section;
        this.listener = listener;
    }

    synchronized void read(long rows) {
        read += rows;
    }

    synchronized void rejected(long rows) {
        rejected += rows;
    }

    synchronized void duplicate() {
        duplicates++;
    }

    synchronized void resumed(long rows) {
        resumed += rows;
    }

    synchronized void written(long rows, BatchResult result) {
        written += rows;
        created += result.created();
        listener.progress(new LoadProgress(
                section.name(), resumed + written, section.estimatedRows(), written / Math.max(1e-9, seconds())));
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    synchronized SectionSummary summary() {
        return new SectionSummary(section.name(), read, created, rejected, duplicates, resumed, seconds());
    }
}
