package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.benchmarks.timing.Client;
import dev.clew.benchmarks.timing.ClosedLoop;
import dev.clew.benchmarks.timing.Measurement;
import dev.clew.benchmarks.timing.PairedChange;
import dev.clew.cli.output.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * What following a graph adds to a commit of one interaction: the same commits in the same database, in blocks that Clew follows and blocks
 * that it is kept from, in turn. A block without Clew has no listener at all, so that what it costs to be listened to counts, too.
 */
final class CommitCost {

    private static final String COMMIT = CypherFile.read(CommitCost.class, "commit");
    private static final String KEYS = CypherFile.read(CommitCost.class, "keys");
    private static final String FOLLOW = CypherFile.read(CommitCost.class, "follow");
    private static final String VERIFY = CypherFile.read(CommitCost.class, "verify");
    private static final int WARM_UP_SHARE = 5;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final MeasuredDatabase database;
    private final Console console;
    private final Compared compared = new Compared(new Measurement(), new Measurement(), new ArrayList<>());

    CommitCost(MeasuredDatabase database, Console console) {
        this.database = database;
        this.console = console;
    }

    /**
     * Measured commits, with Clew and without.
     *
     * @param ratios of a block's median with Clew over that without in the same round
     */
    record Compared(Measurement followed, Measurement alone, List<Double> ratios) {

        PairedChange added() {
            return PairedChange.of(ratios);
        }
    }

    /**
     * Measures; Clew's snapshot is repaired afterwards.
     *
     * @param commits with Clew, and as many without
     * @param rounds of a block each
     */
    Compared measure(int commits, int rounds) throws InterruptedException {
        int aBlock = Math.max(1, commits / rounds);
        List<Record> keys = database.rows(KEYS, Map.of("count", 2 * commits));
        try {
            // The median of a commit went on falling for some 4,000 of them, from 2.4 to 0.8 ms.
            block(true, keys, commits);
            block(false, keys, commits);
            for (int round = 0; round < rounds; round++) {
                round(round % 2 == 0, keys, aBlock);
            }
        } finally {
            follow(true);
            database.rows(VERIFY, Map.of());
        }
        tell();
        return compared;
    }

    /** Each round begins as the last one ended, so that neither state always comes first while the machine still warms up. */
    private void round(boolean followedFirst, List<Record> keys, int commits) throws InterruptedException {
        Measurement first = block(followedFirst, keys, commits);
        Measurement second = block(!followedFirst, keys, commits);
        Measurement followed = followedFirst ? first : second;
        Measurement alone = followedFirst ? second : first;
        compared.followed().addRound(followed);
        compared.alone().addRound(alone);
        compared.ratios().add(followed.millisAt(50) / alone.millisAt(50));
    }

    private Measurement block(boolean followed, List<Record> keys, int commits) throws InterruptedException {
        follow(followed);
        commit(keys, commits / WARM_UP_SHARE);
        return commit(keys, commits);
    }

    private void follow(boolean follow) {
        database.rows(FOLLOW, Map.of("follow", follow));
    }

    private void tell() {
        PairedChange added = compared.added();
        console.line(String.format(
                Locale.ROOT,
                "Commits: median %.3f ms with Clew, %.3f without; %+.1f %% (%+.1f to %+.1f)",
                compared.followed().millisAt(50),
                compared.alone().millisAt(50),
                added.percent(),
                added.lowPercent(),
                added.highPercent()));
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
