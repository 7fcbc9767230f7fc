package dev.clew.benchmarks.quality;

import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.RecordSink;
import dev.clew.ingest.source.Rejection;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipSection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The test part of a data set: for each user the items that are never loaded. */
public final class HeldOutItems {

    private final Map<Long, Set<Object>> byUser;

    private HeldOutItems(Map<Long, Set<Object>> byUser) {
        this.byUser = byUser;
    }

    /**
     * Reads what the data sets aside.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    public static HeldOutItems read(GraphSource source) throws IOException {
        var collector = new Collector();
        for (RelationshipSection section : source.heldOut()) {
            section.rows().read(collector);
        }
        if (collector.byUser.isEmpty()) {
            throw new IllegalArgumentException(
                    "The data has no test part, so accuracy cannot be measured. Use data with train.txt and test.txt.");
        }
        return new HeldOutItems(collector.byUser);
    }

    /** Some users with held-back items, drawn without replacement; the same ones for the same seed. */
    public List<Long> sampleUsers(int count, long seed) {
        var users = new ArrayList<>(byUser.keySet());
        Collections.shuffle(users, new Random(seed));
        return List.copyOf(users.subList(0, Math.min(count, users.size())));
    }

    /** A user's held-back items. */
    public Set<Object> of(Long user) {
        return byUser.getOrDefault(user, Set.of());
    }

    private static final class Collector implements RecordSink<RelationshipRow> {

        /** Sorted, so that a sample does not depend on the order of lines. */
        private final Map<Long, Set<Object>> byUser = new TreeMap<>();

        @Override
        public void accept(RelationshipRow row) {
            if (row.from() instanceof Long user) {
                byUser.computeIfAbsent(user, any -> new HashSet<>()).add(row.to());
            }
        }

        @Override
        public void reject(Rejection rejection) {
            // A line that is not a test interaction tests nobody.
        }

        @Override
        public void duplicate() {
            // Sets hold an item once.
        }
    }
}
