package dev.clew.ingest.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A CSV file with a header line, or with its columns given. Quoted fields may hold delimiters and line breaks.
 *
 * @param delimiter between fields
 * @param columns the names of the fields in their order; empty: the first line has them
 */
public record DelimitedFile(TextFile file, char delimiter, List<String> columns) {
    public DelimitedFile {
        columns = List.copyOf(columns);
    }

    public static DelimitedFile csv(TextFile file) {
        return new DelimitedFile(file, ',', List.of());
    }

    /** The names of the fields in their order. */
    public List<String> header() throws IOException {
        if (!columns.isEmpty()) {
            return columns;
        }
        try (CsvReader<CsvRecord> reader = open()) {
            var records = reader.iterator();
            return records.hasNext() ? records.next().getFields() : List.of();
        }
    }

    /**
     * Reads all rows below the header. Rows with more or fewer fields than the header go to {@code rejected}.
     *
     * @throws IOException if the file cannot be read, or its quoting never ends
     */
    public void read(Consumer<DelimitedRow> rows, Consumer<Rejection> rejected) throws IOException {
        List<String> header = header();
        try (CsvReader<CsvRecord> reader = open()) {
            boolean skip = columns.isEmpty();
            for (CsvRecord record : reader) {
                if (!skip) {
                    pass(record, header, rows, rejected);
                }
                skip = false;
            }
        } catch (CsvParseException broken) {
            throw new IOException(file.path() + " is not valid CSV: " + broken.getMessage(), broken);
        }
    }

    private CsvReader<CsvRecord> open() throws IOException {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(false)
                .ofCsvRecord(new BomFreeReader(file.open()));
    }

    private void pass(
            CsvRecord record, List<String> header, Consumer<DelimitedRow> rows, Consumer<Rejection> rejected) {
        DelimitedRow row = new DelimitedRow(file.origin(record.getStartingLineNumber()), record.getFields(), delimiter);
        if (record.getFieldCount() == header.size()) {
            rows.accept(row);
        } else {
            rejected.accept(row.rejection("fields (" + record.getFieldCount() + ") must be as many as columns ("
                    + header.size() + "). Maybe a value holds an unquoted delimiter."));
        }
    }

    /**
     * Where a column stands.
     *
     * @throws IllegalArgumentException if there is no such column; the message lists those there are
     */
    public int column(String name) throws IOException {
        int index = header().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(file.path() + " must have a column '" + name + "'. Its columns: "
                    + String.join(", ", header()) + ".");
        }
        return index;
    }
}
