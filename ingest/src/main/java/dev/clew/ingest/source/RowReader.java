package dev.clew.ingest.source;

import java.io.IOException;

/** Reads all rows of a section from the start and pushes them into a sink. */
@FunctionalInterface
public interface RowReader<R> {

    /**
     * Reads from the start.
     *
     * @throws IOException if the data cannot be read
     */
    void read(RecordSink<R> sink) throws IOException;
}
