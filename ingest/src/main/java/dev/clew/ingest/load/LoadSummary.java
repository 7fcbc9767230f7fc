package dev.clew.ingest.load;

import dev.clew.ingest.source.Rejection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a load did.
 *
 * @param source the source's name
 * @param outcome whether anything had to be done, and whether it went on from an earlier run
 * @param sections one entry a label or type, in the order they were written
 * @param rejected bad rows in all, those of the interrupted runs this one continued included
 * @param firstRejections the first few bad rows of this run
 * @param declared whether the graph was declared
 * @param seconds wall time of the rows, without declaring
 */
public record LoadSummary(
        String source,
        Outcome outcome,
        List<SectionSummary> sections,
        long rejected,
        List<Rejection> firstRejections,
        boolean declared,
        double seconds) {

    /** How a load began. */
    public enum Outcome {
        /** Nothing of this data was known. */
        LOADED,
        /** An earlier run was interrupted; this one went on after its last committed batch. */
        CONTINUED,
        /** This data had been loaded before; it was merged again. */
        RELOADED,
        /** This data had been loaded before and was left alone. */
        SKIPPED
    }

    public LoadSummary {
        sections = byName(sections);
        firstRejections = List.copyOf(firstRejections);
    }

    private static List<SectionSummary> byName(Collection<SectionSummary> sections) {
        Map<String, SectionSummary> byName = new LinkedHashMap<>();
        sections.forEach(section -> byName.merge(section.name(), section, SectionSummary::plus));
        return List.copyOf(byName.values());
    }

    /** Good rows read. */
    public long read() {
        return sections.stream().mapToLong(SectionSummary::read).sum();
    }

    /** Nodes and relationships that were not there before. */
    public long created() {
        return sections.stream().mapToLong(SectionSummary::created).sum();
    }

    /** Rows written by this run in a second of wall time. */
    public double rowsPerSecond() {
        long resumed = sections.stream().mapToLong(SectionSummary::resumed).sum();
        return seconds == 0 ? 0 : (read() - resumed) / seconds;
    }
}
