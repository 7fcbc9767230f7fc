package dev.clew.ingest.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of bad rows: {@code batch, file, line, reason, row}. Rows are written before their batch commits, so none is lost; when an
 * interrupted load goes on, rows of batches that did not commit are taken out first, so none comes twice.
 */
final class RejectFile implements AutoCloseable {
    private static final String[] HEADER = {"batch", "file", "line", "reason", "row"};
    private static final int LONGEST_ROW = 500;

    private final @Nullable CsvWriter writer;

    private RejectFile(@Nullable CsvWriter writer) {
        this.writer = writer;
    }

    /** Opens the file; a null path keeps nothing. */
    static RejectFile open(@Nullable Path path, LoadState state) {
        if (path == null) {
            return new RejectFile(null);
        }
        try {
            return write(path, kept(path, state));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The reject file " + path + " cannot be written.", unwritable);
        }
    }

    private static List<List<String>> kept(Path path, LoadState state) throws IOException {
        List<List<String>> kept = new ArrayList<>();
        if (state.outcome() != LoadSummary.Outcome.CONTINUED || !Files.exists(path)) {
            return kept;
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().allowMissingFields(true).ofCsvRecord(path)) {
            for (CsvRecord record : reader) {
                if (isCommitted(record, state)) {
                    kept.add(record.getFields());
                }
            }
        }
        return kept;
    }

    /** False for the header and for a line that was cut off when the process was killed. */
    private static boolean isCommitted(CsvRecord record, LoadState state) {
        return record.getFieldCount() == HEADER.length
                && record.getField(0).chars().allMatch(Character::isDigit)
                && state.isCommitted(Long.parseLong(record.getField(0)));
    }

    private static RejectFile write(Path path, List<List<String>> kept) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        CsvWriter writer = CsvWriter.builder()
                .autoFlush(true)
                .build(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        writer.writeRecord(HEADER);
        kept.forEach(writer::writeRecord);
        return new RejectFile(writer);
    }

    synchronized void write(long batch, List<Rejection> rejections) {
        if (writer != null) {
            rejections.forEach(rejection -> writer.writeRecord(
                    Long.toString(batch),
                    rejection.origin().file(),
                    Long.toString(rejection.origin().line()),
                    rejection.reason(),
                    shortened(rejection.text())));
        }
    }

    private static String shortened(String row) {
        return row.length() <= LONGEST_ROW ? row : row.substring(0, LONGEST_ROW) + "...";
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException unwritable) {
                throw new UncheckedIOException("The reject file cannot be closed.", unwritable);
            }
        }
    }
}
