package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.database.CypherFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to change a graph, and what must be seen of it. Each pair has nodes of its own, so that other pairs cannot make up for a miss.
 *
 * @param kind as results write it; several changes can be of one kind
 * @param setup statement that makes the pair's nodes
 * @param write statement whose effect must be seen
 * @param options of the request, besides k
 * @param before what must be seen before the write, or an answer would prove nothing
 * @param after what must be seen from the moment the write has succeeded
 */
record Change(
        String kind, String setup, String write, Map<String, Object> options, Expectation before, Expectation after) {

    private static final int ITEM_TO_FIND = 1;
    private static final int ITEM_BEHIND_IT = 2;
    private static final Map<String, Object> BY_ATTRIBUTE = Map.of("recommender", "meta-path");
    private static final Map<String, Object> BY_DEFAULT = Map.of();

    /** All changes: the kinds take turns, and within a kind its changes. */
    static final List<List<Change>> KINDS = List.of(
            List.of(new Change(
                    "own interaction",
                    "setup-shared-item",
                    "write-own-interaction",
                    BY_DEFAULT,
                    Expectation.present(ITEM_TO_FIND).butAbsent(ITEM_BEHIND_IT),
                    Expectation.present(ITEM_BEHIND_IT).butAbsent(ITEM_TO_FIND))),
            List.of(new Change(
                    "new item",
                    "setup-tag",
                    "write-new-item",
                    BY_ATTRIBUTE,
                    Expectation.absent(ITEM_TO_FIND),
                    Expectation.present(ITEM_TO_FIND))),
            List.of(new Change(
                    "first interaction",
                    "setup-untouched-item",
                    "write-first-interaction",
                    BY_DEFAULT,
                    Expectation.absent(ITEM_TO_FIND),
                    Expectation.present(ITEM_TO_FIND))),
            List.of(new Change(
                    "removed attribute",
                    "setup-shared-tag",
                    "write-removed-attribute",
                    BY_ATTRIBUTE,
                    Expectation.present(ITEM_TO_FIND),
                    Expectation.absent(ITEM_TO_FIND))),
            List.of(lostItem("write-hidden-item"), lostItem("write-deleted-item")),
            List.of(
                    lostUser("write-deleted-other-user", Expectation.absent(ITEM_TO_FIND)),
                    lostUser("write-deleted-asker", Expectation.UNKNOWN_USER)));

    Change {
        setup = CypherFile.read(Change.class, setup);
        write = CypherFile.read(Change.class, write);
        options = new HashMap<>(options);
        options.put("k", 20);
        options = Map.copyOf(options);
    }

    /** The change of a pair by its number. */
    static Change of(int pair) {
        List<Change> kind = KINDS.get(pair % KINDS.size());
        return kind.get(pair / KINDS.size() % kind.size());
    }

    private static Change lostItem(String write) {
        return new Change(
                "hidden or deleted item",
                "setup-shared-item",
                write,
                BY_DEFAULT,
                Expectation.present(ITEM_TO_FIND),
                Expectation.absent(ITEM_TO_FIND));
    }

    private static Change lostUser(String write, Expectation after) {
        return new Change(
                "deleted user", "setup-shared-item", write, BY_DEFAULT, Expectation.present(ITEM_TO_FIND), after);
    }
}
