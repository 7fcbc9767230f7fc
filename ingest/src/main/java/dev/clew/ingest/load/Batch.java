package dev.clew.ingest.load;

import dev.clew.ingest.source.Rejection;
import java.util.List;

/**
 * Rows of one section that are committed together.
 *
 * @param number counted from 0 over all sections of the load; the same data always gives the same batches
 * @param rows good rows
 * @param rejections bad rows that came before the last good one
 */
record Batch<R>(long number, List<R> rows, List<Rejection> rejections) {}
