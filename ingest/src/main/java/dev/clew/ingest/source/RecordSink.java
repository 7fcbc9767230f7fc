package dev.clew.ingest.source;

/** Takes what a source reads, row by row. */
public interface RecordSink<R> {

    /** A good row. */
    void accept(R row);

    /** A row that cannot be used, with the reason. */
    void reject(Rejection rejection);

    /** A row that says what an earlier one said; counted and left out. */
    void duplicate();
}
