package dev.clew.ingest.mapping;

import dev.clew.ingest.source.Origin;
import java.util.List;

/** A row of a data file. */
interface DataRecord {
    Origin origin();

    /** The texts under a column; none if it is empty or absent, several only where the format has lists. */
    List<String> texts(String column);

    /** The row as it stands in the file, for the reject file. */
    String raw();
}
