package dev.clew.ingest.load;

import dev.clew.ingest.source.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/**
 * Commits batches, each in one transaction with the progress it makes. A deadlock between two writers or a lost connection is tried again
 * by the driver for as long as its retry time says.
 */
final class BatchCommitter {
    private final Driver driver;
    private final LoadRecord record;
    private final LoadState state;
    private final RejectFile rejectFile;

    BatchCommitter(Driver driver, LoadRecord record, LoadState state, RejectFile rejectFile) {
        this.driver = driver;
        this.record = record;
        this.state = state;
        this.rejectFile = rejectFile;
    }

    /**
     * Commits a batch.
     *
     * @param expected the batch its lane stands at
     */
    <R> BatchResult commit(Batch<R> batch, long expected, RowWriter<R> writer) {
        AtomicBoolean rejectsWritten = new AtomicBoolean();
        try (Session session = driver.session()) {
            return session.executeWrite(transaction -> attempt(transaction, batch, expected, writer, rejectsWritten));
        }
    }

    private <R> BatchResult attempt(
            TransactionContext transaction,
            Batch<R> batch,
            long expected,
            RowWriter<R> writer,
            AtomicBoolean rejectsWritten) {
        if (!record.advance(transaction, state, expected, batch.number())) {
            return BatchResult.NOTHING;
        }
        BatchResult result = batch.rows().isEmpty() ? BatchResult.NOTHING : writer.write(transaction, batch.rows());
        List<Rejection> rejections = new ArrayList<>(batch.rejections());
        rejections.addAll(result.rejections());
        record.countRejected(transaction, state, state.lane(batch.number()), rejections.size());
        if (!rejectsWritten.getAndSet(true)) {
            rejectFile.write(batch.number(), rejections);
        }
        return result;
    }
}
