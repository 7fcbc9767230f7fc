package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.quality.HeldOutItems;
import dev.clew.benchmarks.quality.MeanQuality;
import dev.clew.benchmarks.quality.RankingQuality;
import dev.clew.benchmarks.report.Machine;
import dev.clew.benchmarks.timing.ClosedLoop;
import dev.clew.benchmarks.timing.Measurement;
import dev.clew.cli.output.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

/** Measures one system after the other, all with the same users in the same order. */
final class SystemMeasurer {

    private static final int LIST_LENGTH = 20;
    private static final int ACCURACY_LIMITS = 5;
    private static final int WARM_UP_LIMITS = 3;

    private final Driver driver;
    private final ServingSettings settings;
    private final HeldOutItems heldOut;
    private final List<Long> users;
    private final Console console;

    SystemMeasurer(Driver driver, ServingSettings settings, HeldOutItems heldOut, Console console) {
        this.driver = driver;
        this.settings = settings;
        this.heldOut = heldOut;
        this.users = heldOut.sampleUsers(settings.users(), settings.seed());
        this.console = console;
    }

    /**
     * Measures accuracy and warms a system up. All systems must have been here before the first is timed: the one that comes first would
     * pay for compiling what all of them share, Bolt above all.
     */
    void warmUp(SystemResult result) throws InterruptedException {
        attempt(result, () -> {
            ServedSystem system = result.system();
            console.line("Warming up %s ...".formatted(system.name()));
            if (system.recommends()) {
                result.accuracy(accuracy(system), users.size());
            }
            run(
                    system,
                    settings.mostClients(),
                    settings.warmup(),
                    0,
                    settings.limit().multipliedBy(WARM_UP_LIMITS));
        });
    }

    /** One turn of a system: some calls to warm up again, then the timed ones. */
    void measure(SystemResult result, int clients, int round) throws InterruptedException {
        attempt(result, () -> {
            ServedSystem system = result.system();
            run(system, clients, settings.warmupARound(), round, settings.limitARound());
            Measurement measured = run(system, clients, settings.callsARound(), round, settings.limitARound());
            result.add(clients, measured, Machine.load());
            tell(system, clients, round, measured);
        });
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Leaves out a system that has failed before, so that the others are measured all the same. */
    private void attempt(SystemResult result, Work work) throws InterruptedException {
        if (result.failure() != null) {
            return;
        }
        try {
            work.run();
        } catch (Neo4jException e) {
            result.fail(String.valueOf(e.getMessage()));
            console.line("%s: failed: %s".formatted(result.system().name(), e.getMessage()));
        }
    }

    private Measurement run(ServedSystem system, int clients, int calls, int round, Duration limit)
            throws InterruptedException {
        List<Long> rotated = new ArrayList<>(users);
        Collections.rotate(rotated, -round * settings.callsARound());
        return new ClosedLoop(clients, calls, limit)
                .run(() -> new RecommendationClient(driver, system, rotated, settings.timeout()));
    }

    /** One list a user; these calls also warm the system up. */
    private MeanQuality accuracy(ServedSystem system) {
        Duration limit = settings.limit().multipliedBy(ACCURACY_LIMITS);
        long begin = System.nanoTime();
        var qualities = new ArrayList<RankingQuality>();
        try (var client = new RecommendationClient(driver, system, users, settings.timeout())) {
            for (Long user : users) {
                if (System.nanoTime() - begin > limit.toNanos()) {
                    break;
                }
                qualities.add(RankingQuality.of(client.ask(user).orElse(List.of()), heldOut.of(user), LIST_LENGTH));
            }
        }
        return told(system, MeanQuality.of(qualities));
    }

    private MeanQuality told(ServedSystem system, MeanQuality quality) {
        console.line(String.format(
                Locale.ROOT,
                "%s: Recall@%d %.4f, NDCG@%d %.4f (%,d users)",
                system.name(),
                LIST_LENGTH,
                quality.recall(),
                LIST_LENGTH,
                quality.ndcg(),
                quality.users()));
        return quality;
    }

    private void tell(ServedSystem system, int clients, int round, Measurement measured) {
        console.line(String.format(
                Locale.ROOT,
                "%s, %d %s, round %d of %d: median %.2f ms, p99 %.2f ms, %,.0f calls/s (%,d calls, %d timed out)",
                system.name(),
                clients,
                clients == 1 ? "client" : "clients",
                round + 1,
                settings.rounds(),
                measured.millisAt(50),
                measured.millisAt(99),
                measured.perSecond(),
                measured.calls(),
                measured.timeouts()));
    }
}
