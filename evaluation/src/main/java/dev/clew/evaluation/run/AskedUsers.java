package dev.clew.evaluation.run;

import dev.clew.core.recommend.History;
import dev.clew.evaluation.protocol.Task;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** Who is asked for. */
final class AskedUsers {
    private AskedUsers() {}

    /**
     * The task's users with at least one relevant item that can be recommended to them, ascending; a sample of them if so set.
     *
     * @throws IllegalArgumentException if there are none
     */
    static List<AskedUser> of(Task task, RunSettings settings, IntPredicate candidate) {
        List<Integer> users = sampled(task.relevant().users().stream().toList(), settings);
        List<AskedUser> asked = users.parallelStream()
                .map(user -> asked(task, user, candidate))
                .filter(user -> user.relevant().length > 0)
                .toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException(
                    "The task (" + task.name() + ", candidates "
                            + settings.candidates().name().toLowerCase(java.util.Locale.ROOT)
                            + ") must have at least one user with something to find. Hold out a larger share, or rank all items.");
        }
        return asked;
    }

    private static AskedUser asked(Task task, int user, IntPredicate candidate) {
        History history = task.history(user);
        BitSet actedOn = history.items();
        int[] relevant = Arrays.stream(task.relevant().items(user))
                .filter(item -> !actedOn.get(item) && candidate.test(item))
                .toArray();
        return new AskedUser(history, relevant);
    }

    /** Each user has one number drawn in order; those with the smallest are the sample, so that a larger sample holds a smaller one. */
    private static List<Integer> sampled(List<Integer> users, RunSettings settings) {
        if (settings.sample() == 0 || settings.sample() >= users.size()) {
            return users;
        }
        SplittableRandom random = new SplittableRandom(settings.seed());
        record Drawn(int user, double number) {}
        return users.stream()
                .map(user -> new Drawn(user, random.nextDouble()))
                .sorted(Comparator.comparingDouble(Drawn::number))
                .limit(settings.sample())
                .map(Drawn::user)
                .sorted()
                .toList();
    }
}
