package dev.clew.ingest.mapping;

import dev.clew.ingest.file.DelimitedFile;
import dev.clew.ingest.file.DelimitedRow;
import dev.clew.ingest.file.TextFile;
import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** CSV as records; an empty field says nothing. */
record CsvDataFile(DelimitedFile table) implements DataFile {

    @Override
    public TextFile file() {
        return table.file();
    }

    @Override
    public List<String> columns() throws IOException {
        return table.header();
    }

    @Override
    public void read(Consumer<DataRecord> records, Consumer<Rejection> rejected) throws IOException {
        Map<String, Integer> indexes = new HashMap<>();
        for (String column : columns()) {
            indexes.put(column, indexes.size());
        }
        table.read(row -> records.accept(new CsvRecordView(row, indexes)), rejected);
    }

    private record CsvRecordView(DelimitedRow row, Map<String, Integer> indexes) implements DataRecord {
        @Override
        public Origin origin() {
            return row.origin();
        }

        @Override
        public List<String> texts(String column) {
            Integer index = indexes.get(column);
            String text = index == null ? "" : row.field(index);
            return text.isEmpty() ? List.of() : List.of(text);
        }

        @Override
        public String raw() {
            return row.rejection("").text();
        }
    }
}
