package dev.clew.benchmarks.replay;

import dev.clew.cli.output.Console;
import dev.clew.core.recommend.StoppedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Asks, asks again and counts. */
final class ReplayRun {

    private final Replay replay;
    private final ReplaySettings settings;
    private final Console console;

    ReplayRun(Replay replay, ReplaySettings settings, Console console) {
        this.replay = replay;
        this.settings = settings;
        this.console = console;
    }

    /** Rows for each number of threads: one a recommender, then that of all. */
    List<ReplayRow> rows() throws InterruptedException {
        List<ReplayRecord> records = replay.ask(replay.requests(settings.requests(), settings.seed()));
        console.line("%,d requests, %,d of them cut by their deadline"
                .formatted(records.size(), count(records, ReplayRun::isCut)));
        var rows = new ArrayList<ReplayRow>();
        for (int threads : settings.threads()) {
            List<ReplayRecord> different = replay.different(threads, records);
            console.line("Again on %d threads: %,d different".formatted(threads, different.size()));
            replay.recommenders().forEach(name -> rows.add(row(name, threads, records, different)));
            rows.add(row(ReplayRow.ALL, threads, records, different));
        }
        return rows;
    }

    private ReplayRow row(String name, int threads, List<ReplayRecord> records, List<ReplayRecord> different) {
        Predicate<ReplayRecord> own = record ->
                name.equals(ReplayRow.ALL) || record.request().recommender().equals(name);
        return new ReplayRow(
                settings.dataset(),
                name,
                threads,
                count(records, own),
                count(records, own.and(ReplayRun::isCut)),
                count(different, own));
    }

    private static boolean isCut(ReplayRecord record) {
        return record.stoppedBy() == StoppedBy.DEADLINE;
    }

    private static int count(List<ReplayRecord> records, Predicate<ReplayRecord> which) {
        return (int) records.stream().filter(which).count();
    }
}
