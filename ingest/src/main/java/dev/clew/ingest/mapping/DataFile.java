package dev.clew.ingest.mapping;

import dev.clew.ingest.file.TextFile;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A file of records. */
interface DataFile {
    TextFile file();

    /** The columns every record has; empty if the format does not say. */
    List<String> columns() throws IOException;

    void read(Consumer<DataRecord> records, Consumer<Rejection> rejected) throws IOException;
}
