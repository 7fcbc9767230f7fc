package dev.clew.evaluation.data;

import dev.clew.ingest.source.RecordSink;
import dev.clew.ingest.source.Rejection;
import java.util.function.Consumer;

/** Takes the good rows; bad and repeated ones are left out, as they are when loading. */
record AcceptingSink<R>(Consumer<R> rows) implements RecordSink<R> {

    @Override
    public void accept(R row) {
        rows.accept(row);
    }

    @Override
    public void reject(Rejection rejection) {
        // Loading reports bad rows with line and reason; here they only must not count.
    }

    @Override
    public void duplicate() {
        // The row was accepted before.
    }
}
