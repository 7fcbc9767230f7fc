package dev.clew.benchmarks.serving;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is measured.
 *
 * @param data folder with the data
 * @param users how many users are asked for, at least 1
 * @param calls how many calls are timed for each system and number of clients, over all rounds, at least 1
 * @param warmup how many calls of each system come before the first is timed, as far as there is time for them, at least 0
 * @param rounds how often the systems take turns, at least 1
 * @param clients the numbers of client threads, each at least 1
 * @param systems names; empty: all
 * @param timeout after which the database gives up a call
 * @param limit longest time for the timed calls of one system with one number of clients; three times as long for warming up, five for accuracy
 * @param buildLimit longest time for one statement that prepares a peer
 * @param seed of the drawing of users
 * @param state parent of the stores that are kept; null: none is
 * @param out folder of the results
 */
record ServingSettings(
        Path data,
        int users,
        int calls,
        int warmup,
        int rounds,
        List<Integer> clients,
        Set<String> systems,
        Duration timeout,
        Duration limit,
        Duration buildLimit,
        long seed,
        @Nullable Path state,
        Path out) {

    ServingSettings {
        requireAtLeast(1, "--users", users);
        requireAtLeast(1, "--calls", calls);
        requireAtLeast(0, "--warmup", warmup);
        requireAtLeast(1, "--rounds", rounds);
        requireAtLeast(1, "--clients", clients.size());
        clients.forEach(client -> requireAtLeast(1, "--clients", client));
        requireAtLeast(1, "--timeout", timeout.toSeconds());
        requireAtLeast(1, "--limit", limit.toSeconds());
        requireAtLeast(1, "--build-limit", buildLimit.toSeconds());
        clients = List.copyOf(clients);
        systems = Set.copyOf(systems);
    }

    /** The data set's name: that of its folder. */
    String dataset() {
        return String.valueOf(data.toAbsolutePath().normalize().getFileName());
    }

    int callsARound() {
        return (calls + rounds - 1) / rounds;
    }

    /** Calls before the timed ones of a round, after other systems have had their turns. */
    int warmupARound() {
        return Math.min(warmup, callsARound());
    }

    Duration limitARound() {
        return limit.dividedBy(rounds);
    }

    int mostClients() {
        return clients.stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    private static void requireAtLeast(long least, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException("%s (%d) must be at least %d.".formatted(name, value, least));
        }
    }
}
