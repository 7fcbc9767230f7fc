package dev.clew.ingest.load;

import dev.clew.ingest.source.Rejection;
import java.util.List;

/**
 * What became of a batch's rows.
 *
 * @param created nodes or relationships that were not there before
 * @param rejections rows that could not be written because an end is missing
 */
record BatchResult(long created, List<Rejection> rejections) {
    static final BatchResult NOTHING = new BatchResult(0, List.of());
}
