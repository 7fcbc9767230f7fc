package dev.clew.ingest.load;

/**
 * How far a section is.
 *
 * @param section label or type
 * @param rows read so far, those that an earlier run had written included
 * @param estimatedRows about how many there are; 0 if unknown
 * @param rowsPerSecond written by this run, over the section so far
 */
public record LoadProgress(String section, long rows, long estimatedRows, double rowsPerSecond) {}
