package dev.clew.ingest.source;

/**
 * Where a row comes from.
 *
 * @param file the file's name, or the generator's
 * @param line counted from 1; 0 if the row has no line of its own
 */
public record Origin(String file, long line) {
    @Override
    public String toString() {
        return line == 0 ? file : file + " line " + line;
    }
}
