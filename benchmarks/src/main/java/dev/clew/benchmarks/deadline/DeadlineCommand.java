package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.benchmarks.database.StoreFolder;
import dev.clew.benchmarks.report.Origin;
import dev.clew.benchmarks.report.Results;
import dev.clew.benchmarks.timing.GcPauses;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench deadline}. */
@Command(
        name = "deadline",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a graph in which one user and one item have a million relationships each, asks every recommender with"
                    + " a short deadline and measures by how much answers come too late.",
            "Time is taken inside the process that answers. Ends with 1 if a partial answer does not say so."
        })
public final class DeadlineCommand implements Callable<Integer> {

    /** Which door is tried. */
    enum Where {
        /** The algorithms in this process. */
        CORE,
        /** The procedures in a database, in its process. */
        DATABASE
    }

    @Option(
            names = "--where",
            paramLabel = "PLACE",
            defaultValue = "database",
            description = "database: the procedures, in the process of a database; core: the algorithms alone, in this"
                    + " process (default: ${DEFAULT-VALUE}).")
    private Where where = Where.DATABASE;

    @Option(
            names = "--calls",
            paramLabel = "COUNT",
            defaultValue = "10000",
            description = "Timed calls, all kinds in turn (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--degree",
            paramLabel = "COUNT",
            defaultValue = "1000000",
            description = "Relationships of the giant user and of the giant item (default: ${DEFAULT-VALUE}).")
    private int degree;

    @Option(
            names = "--timeout-millis",
            paramLabel = "MILLIS",
            defaultValue = "50",
            description = "Deadline of each call (default: ${DEFAULT-VALUE}).")
    private long timeoutMillis;

    @Option(
            names = "--warmup",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "Calls of each kind before the first is timed (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of deadline-PLACE.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var settings = new DeadlineSettings(calls, degree, timeoutMillis, warmup);
        var installation = Installation.current();
        Path folder = out == null ? installation.root().resolve("docs/results") : out;
        return run(settings, installation, new Results(folder, Console.ofThisProcess()));
    }

    private int run(DeadlineSettings settings, Installation installation, Results results) throws Exception {
        if (where == Where.CORE) {
            try (Door door = new CoreDoor(GiantGraph.build(settings.degree()))) {
                return measure(door, settings, installation, results);
            }
        }
        try (var folder = StoreFolder.of(null, "deadline");
                MeasuredDatabase database =
                        MeasuredDatabase.start(installation, folder.path(), GcPauses.options(recorder(folder)));
                Door door = DatabaseDoor.open(database, recorder(folder), settings.degree(), results.console())) {
            return measure(door, settings, installation, results);
        }
    }

    private static Path recorder(StoreFolder folder) {
        return folder.path().resolve("recorder");
    }

    private static int measure(Door door, DeadlineSettings settings, Installation installation, Results results)
            throws IOException, InterruptedException {
        Origin origin = Origin.here(settings.command(door.title()), installation.root());
        List<DeadlineRow> rows = new DeadlineRun(door, settings, results.console()).rows();
        results.write("deadline-" + door.title(), rows, new DeadlineReport(settings, rows, origin).markdown());
        return rows.get(rows.size() - 1).silent() == 0 ? 0 : 1;
    }
}
