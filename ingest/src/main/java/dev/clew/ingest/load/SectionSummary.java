package dev.clew.ingest.load;

/**
 * What this run did with a label or type.
 *
 * @param name label or type
 * @param read good rows read
 * @param created nodes or relationships that were not there before
 * @param rejected bad rows
 * @param duplicates rows that repeated an earlier one of the source
 * @param resumed rows an earlier, interrupted run had committed; part of {@code read}
 * @param seconds wall time
 */
public record SectionSummary(
        String name, long read, long created, long rejected, long duplicates, long resumed, double seconds) {

    /** Rows written by this run in a second of wall time. */
    public double rowsPerSecond() {
        return seconds == 0 ? 0 : (read - resumed) / seconds;
    }

    SectionSummary plus(SectionSummary other) {
        return new SectionSummary(
                name,
                read + other.read,
                created + other.created,
                rejected + other.rejected,
                duplicates + other.duplicates,
                resumed + other.resumed,
                seconds + other.seconds);
    }
}
