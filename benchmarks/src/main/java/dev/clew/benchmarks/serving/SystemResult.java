package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.quality.MeanQuality;
import dev.clew.benchmarks.timing.Measurement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured of one system so far; filled round by round. */
final class SystemResult {

    private final ServedSystem system;
    private final Map<Integer, Measurement> byClients = new LinkedHashMap<>();
    private final Map<Integer, Double> heaviestLoads = new LinkedHashMap<>();
    private @Nullable MeanQuality quality;
    private boolean complete;
    private @Nullable String failure;

    SystemResult(ServedSystem system) {
        this.system = system;
    }

    ServedSystem system() {
        return system;
    }

    void add(int clients, Measurement round, double load) {
        byClients.computeIfAbsent(clients, any -> new Measurement()).addRound(round);
        heaviestLoads.merge(clients, load, Math::max);
    }

    /**
     * Takes what was measured.
     *
     * @param wantedUsers how many users should have been asked for
     */
    void accuracy(MeanQuality measured, int wantedUsers) {
        quality = measured;
        complete = measured.users() == wantedUsers;
    }

    /** Whether accuracy is over all users. */
    boolean isComplete() {
        return complete;
    }

    void fail(String reason) {
        failure = reason;
    }

    Map<Integer, Measurement> byClients() {
        return byClients;
    }

    /** The largest load average seen after one of the rounds. */
    double load(int clients) {
        return heaviestLoads.getOrDefault(clients, 0.0);
    }

    /** Null for a system that does not recommend, and before it is measured. */
    @Nullable
    MeanQuality quality() {
        return quality;
    }

    /** Why the system could not be measured; null if nothing went wrong. */
    @Nullable
    String failure() {
        return failure;
    }
}
