package dev.clew.ingest.load;

import java.util.List;

/**
 * What the graph knows about a load: one lane for each writer, which remembers its last committed batch.
 *
 * @param id the source's fingerprint
 * @param run counts the times this data was loaded from its start
 * @param batchSize of the run; a continued run keeps it, since batch numbers mean nothing without
 * @param committed last committed batch of each lane; -1 for none
 * @param rejected bad rows in committed batches
 * @param outcome how the load begins
 */
record LoadState(String id, long run, int batchSize, List<Long> committed, long rejected, LoadSummary.Outcome outcome) {
    LoadState {
        committed = List.copyOf(committed);
    }

    int lanes() {
        return committed.size();
    }

    int lane(long batch) {
        return (int) (batch % lanes());
    }

    boolean isCommitted(long batch) {
        return batch <= committed.get(lane(batch));
    }
}
