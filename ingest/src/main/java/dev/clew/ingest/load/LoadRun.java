package dev.clew.ingest.load;

import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.Rejection;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.RowReader;
import dev.clew.ingest.source.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.neo4j.driver.Driver;

/**
 * Writes the sections of a source one after the other. Batches are numbered over all sections and dealt to the lanes in turn; those that
 * an interrupted run had committed are read and passed over, which is cheap beside writing them.
 */
final class LoadRun implements AutoCloseable {
    private final LoadState state;
    private final RejectFile rejectFile;
    private final RejectCounter rejects;
    private final BatchCommitter committer;
    private final Lanes lanes;
    private final LoadListener listener;
    private final Set<String> freshTypes;
    private final long[] lastOfLane;
    private long nextBatch;

    LoadRun(
            Driver driver,
            LoadRecord record,
            LoadState state,
            LoadOptions options,
            LoadListener listener,
            Set<String> freshTypes) {
        this.state = state;
        this.rejectFile = RejectFile.open(options.rejectFile(), state);
        this.rejects = new RejectCounter(options, state.rejected());
        this.committer = new BatchCommitter(driver, record, state, rejectFile);
        this.lanes = new Lanes(state.lanes());
        this.listener = listener;
        this.freshTypes = freshTypes;
        this.lastOfLane = state.committed().stream().mapToLong(batch -> batch).toArray();
    }

    RejectCounter rejects() {
        return rejects;
    }

    List<SectionSummary> write(List<Section> sections) {
        List<SectionSummary> summaries = new ArrayList<>();
        for (Section section : sections) {
            summaries.add(write(section));
        }
        return summaries;
    }

    private SectionSummary write(Section section) {
        if (section instanceof NodeSection nodes) {
            return write(section, nodes.rows(), new NodeWriter(nodes.shape()));
        }
        RelationshipSection relationships = (RelationshipSection) section;
        boolean fresh = freshTypes.contains(relationships.shape().type());
        return write(section, relationships.rows(), new RelationshipWriter(relationships.shape(), fresh));
    }

    private <R> SectionSummary write(Section section, RowReader<R> reader, RowWriter<R> writer) {
        SectionProgress progress = new SectionProgress(section, listener);
        BatchingSink<R> sink = new BatchingSink<>(
                state.batchSize(),
                progress,
                (rows, rejections) -> take(new Batch<>(nextBatch++, rows, rejections), progress, writer));
        try {
            reader.read(sink);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The rows of " + section.name() + " cannot be read.", unreadable);
        }
        sink.finish();
        lanes.await();
        return progress.summary();
    }

    private <R> void take(Batch<R> batch, SectionProgress progress, RowWriter<R> writer) {
        if (state.isCommitted(batch.number())) {
            progress.resumed(batch.rows().size());
            return;
        }
        countOrShow(batch, progress);
        int lane = state.lane(batch.number());
        long expected = lastOfLane[lane];
        lastOfLane[lane] = batch.number();
        lanes.submit(lane, () -> commit(batch, expected, progress, writer));
    }

    /**
     * When one is too many, the batch will not be committed, but its bad rows, and those of the batches under way, belong into the file for
     * whoever mends them.
     */
    private void countOrShow(Batch<?> batch, SectionProgress progress) {
        progress.rejected(batch.rejections().size());
        try {
            batch.rejections().forEach(rejects::count);
        } catch (TooManyRejectsException tooMany) {
            rejectFile.write(batch.number(), batch.rejections());
            lanes.await();
            throw tooMany;
        }
    }

    private <R> void commit(Batch<R> batch, long expected, SectionProgress progress, RowWriter<R> writer) {
        BatchResult result = committer.commit(batch, expected, writer);
        List<Rejection> withoutEnds = result.rejections();
        progress.rejected(withoutEnds.size());
        progress.written(batch.rows().size(), result);
        withoutEnds.forEach(rejects::count);
    }

    @Override
    public void close() {
        lanes.close();
        rejectFile.close();
    }
}
