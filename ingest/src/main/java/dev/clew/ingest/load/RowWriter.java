package dev.clew.ingest.load;

import java.util.List;
import org.neo4j.driver.TransactionContext;

/** Writes rows of one section in a transaction. */
interface RowWriter<R> {
    BatchResult write(TransactionContext transaction, List<R> rows);
}
