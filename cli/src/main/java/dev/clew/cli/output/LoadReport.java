package dev.clew.cli.output;

import dev.clew.ingest.load.LoadSummary;
import dev.clew.ingest.load.SectionSummary;
import java.util.Locale;

/** What a load did, as a table with one row a label or type. */
public final class LoadReport {

    private final Console console;

    /** Prints to the console. */
    public LoadReport(Console console) {
        this.console = console;
    }

    /** Prints the table, the bad rows and the total. */
    public void print(LoadSummary summary) {
        var table = new Table("Label or type", "Read", "New", "Repeated", "Rejected", "Rows/s");
        summary.sections().forEach(section -> add(section, table));
        table.lines().forEach(console::line);
        summary.firstRejections().forEach(rejection -> console.line("Rejected " + rejection));
        console.line(total(summary));
    }

    /** One line: rows, time, speed and bad rows. */
    public static String total(LoadSummary summary) {
        if (summary.outcome() == LoadSummary.Outcome.SKIPPED) {
            return "kept from an earlier run";
        }
        return String.format(
                Locale.ROOT,
                "%,d rows in %.1f s, %,.0f rows/s, %,d new, %,d rejected",
                summary.read(),
                summary.seconds(),
                summary.rowsPerSecond(),
                summary.created(),
                summary.rejected());
    }

    private static void add(SectionSummary section, Table table) {
        table.add(
                section.name(),
                count(section.read()),
                count(section.created()),
                count(section.duplicates()),
                count(section.rejected()),
                count(Math.round(section.rowsPerSecond())));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
