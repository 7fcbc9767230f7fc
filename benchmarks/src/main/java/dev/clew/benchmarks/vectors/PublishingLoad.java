package dev.clew.benchmarks.vectors;

import dev.clew.benchmarks.timing.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.exceptions.Neo4jException;

/** A client that goes on asking while versions are published. */
final class PublishingLoad {

    /** Between two publications: somebody who publishes all the time has other troubles. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final VectorClient client;
    private final List<Object> users;
    private final StoredVersions versions;
    private final long plain;
    private final long doubled;
    private final List<VectorAnswer> expected = new ArrayList<>();
    private int failed;
    private int mixed;

    /**
     * A load.
     *
     * @param plain the version that is live
     * @param doubled another one of the same recommender whose scores are twice as large
     */
    PublishingLoad(VectorClient client, List<Object> users, StoredVersions versions, long plain, long doubled) {
        this.client = client;
        this.users = users;
        this.versions = versions;
        this.plain = plain;
        this.doubled = doubled;
    }

    /** Ends with the version live that was so before. */
    SwitchResult run(int calls, int publications) {
        users.forEach(user -> expected.add(client.ask(user)));
        var quiet = new Measurement();
        for (int call = 0; call < calls; call++) {
            ask(call, quiet);
        }
        var measured = new Measurement();
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(publications));
        for (int call = 0; call < calls || !publishing.isDone(); call++) {
            ask(call, measured);
        }
        publishing.join();
        versions.publish(plain);
        return new SwitchResult(
                publications,
                measured.calls(),
                failed,
                mixed,
                quiet.millisAt(50),
                quiet.millisAt(99),
                measured.millisAt(50),
                measured.millisAt(99));
    }

    private void publish(int publications) {
        for (int i = 0; i < publications; i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            versions.publish(i % 2 == 0 ? doubled : plain);
        }
    }

    private void ask(int call, Measurement measurement) {
        int index = call % users.size();
        long begin = System.nanoTime();
        try {
            VectorAnswer answer = client.ask(users.get(index));
            measurement.answered(System.nanoTime() - begin);
            mixed += answer.isWhollyOfOneVersion(expected.get(index), doubled) ? 0 : 1;
        } catch (Neo4jException e) {
            measurement.timedOut(System.nanoTime() - begin);
            failed++;
        }
    }
}
