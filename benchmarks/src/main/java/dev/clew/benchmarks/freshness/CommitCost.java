package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.database.LoadedGraph;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.benchmarks.timing.Client;
import dev.clew.benchmarks.timing.ClosedLoop;
import dev.clew.benchmarks.timing.Measurement;
import dev.clew.cli.output.Console;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * What following a graph adds to a commit of one interaction: the same commits in the same database, with the graph declared and with it
 * dropped, in turn so that a slow minute of the machine hits both.
 */
final class CommitCost {

    private static final String COMMIT = CypherFile.read(CommitCost.class, "commit");
    private static final String KEYS = CypherFile.read(CommitCost.class, "keys");
    private static final int WARM_UP_TIMES = 2;
    private static final int WARM_UP_SHARE = 5;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final MeasuredDatabase database;
    private final LoadedGraph graph;
    private final Map<String, Object> declaration;
    private final Console console;

    CommitCost(MeasuredDatabase database, LoadedGraph graph, Map<String, Object> declaration, Console console) {
        this.console = console;
        this.database = database;
        this.graph = graph;
        this.declaration = declaration;
    }

    /** Measured commits, with the graph declared and with it dropped. */
    record Compared(Measurement declared, Measurement dropped) {

        double addedPercent() {
            return (declared.millisAt(50) / dropped.millisAt(50) - 1) * 100;
        }
    }

    /**
     * Measures.
     *
     * @param commits with the graph declared, and as many with it dropped
     * @param rounds how often it is dropped and declared again
     */
    Compared measure(int commits, int rounds) throws InterruptedException {
        int aRound = Math.max(1, commits / rounds);
        List<Record> keys = database.rows(KEYS, Map.of("count", 2 * commits));
        var compared = new Compared(new Measurement(), new Measurement());
        // The median of a commit went on falling for some 4,000 of them, from 2.4 to 0.8 ms.
        commit(keys, WARM_UP_TIMES * commits);
        for (int round = 0; round < rounds; round++) {
            boolean declaredFirst = round % 2 == 0;
            turn(declaredFirst, compared, keys, aRound);
            turn(!declaredFirst, compared, keys, aRound);
        }
        return compared;
    }

    /** Each round begins as the last one ended, so that neither state always comes first while the machine still warms up. */
    private void turn(boolean declared, Compared compared, List<Record> keys, int commits) throws InterruptedException {
        if (declared) {
            graph.declare(declaration);
        } else {
            graph.drop();
        }
        commit(keys, commits / WARM_UP_SHARE);
        Measurement measured = commit(keys, commits);
        (declared ? compared.declared() : compared.dropped()).addRound(measured);
        console.line(String.format(
                Locale.ROOT, "Graph %s: median %.3f ms", declared ? "declared" : "dropped", measured.millisAt(50)));
    }

    private Measurement commit(List<Record> keys, int commits) throws InterruptedException {
        return new ClosedLoop(1, commits, LIMIT)
                .run(() -> new Committer(database.driver().session(), keys));
    }

    private record Committer(Session session, List<Record> keys) implements Client {

        /** The item of another row, so that most interactions are new. */
        @Override
        public boolean call(int index) {
            Record user = keys.get(index % keys.size());
            Record item = keys.get((index * 31 + 17) % keys.size());
            session.run(COMMIT, Map.of("u", user.get("user"), "i", item.get("item")))
                    .consume();
            return true;
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
