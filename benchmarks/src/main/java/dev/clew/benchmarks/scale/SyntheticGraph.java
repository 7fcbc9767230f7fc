package dev.clew.benchmarks.scale;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A graph of so many interactions, a user for each hundred of them and an item for each five hundred: both drawn anew for each interaction, so
 * that they come in no order, as from a store. Every interaction has one of a thousand weights, a time, and an id that needs five bytes. They are
 * drawn a batch at a time and never held in full.
 */
public final class SyntheticGraph {
    private static final int PER_USER = 100;
    private static final int PER_ITEM = 500;
    /** The most active user does 0.026 % of everything where there are a million. */
    private static final double USER_EXPONENT = 0.6;

    /** The most popular item gets 0.3 % of everything where there are 200,000: about what the top film of MovieLens 20M does. */
    private static final double ITEM_EXPONENT = 0.9;

    private static final double SHIFT = 20;
    private static final int WEIGHTS = 1000;
    private static final long FIRST_ID = 1L << 33;
    private static final long FIRST_TIME_MILLIS = 1_600_000_000_000L;
    private static final int SPAN_SECONDS = 100_000_000;
    private static final int BATCH = 1 << 16;
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER)),
            List.of(new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes")));

    private final int interactions;
    private final int users;
    private final int items;
    private final long seed;
    private long builderNanos;

    /** Nothing is drawn before {@link #build}. */
    public SyntheticGraph(int interactions, long seed) {
        this.interactions = interactions;
        this.users = Math.max(1, interactions / PER_USER);
        this.items = Math.max(1, interactions / PER_ITEM);
        this.seed = seed;
    }

    int users() {
        return users;
    }

    int items() {
        return items;
    }

    /** What the last {@link #build} took, without the drawing. */
    double builderSeconds() {
        return builderNanos / 1e9;
    }

    /** Draws it; the same one for the same seed. */
    public GraphSnapshot build() {
        long begin = System.nanoTime();
        GraphBuilder builder = new GraphBuilder(SCHEMA);
        for (int user = 0; user < users; user++) {
            builder.addNode(new GraphNode(0, (long) user, user));
        }
        for (int item = 0; item < items; item++) {
            builder.addNode(new GraphNode(1, (long) item, users + (long) item));
        }
        builderNanos = System.nanoTime() - begin;
        addInteractions(builder);
        begin = System.nanoTime();
        GraphSnapshot graph = builder.build(1);
        builderNanos += System.nanoTime() - begin;
        return graph;
    }

    private void addInteractions(GraphBuilder builder) {
        Batch batch = new Batch();
        for (int done = 0; done < interactions; done += BATCH) {
            int count = Math.min(BATCH, interactions - done);
            batch.draw(count);
            long begin = System.nanoTime();
            batch.add(builder, count, FIRST_ID + done);
            builderNanos += System.nanoTime() - begin;
        }
    }

    private final class Batch {
        private final RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        private final SkewedRanks userRanks = new SkewedRanks(users, USER_EXPONENT, SHIFT);
        private final SkewedRanks itemRanks = new SkewedRanks(items, ITEM_EXPONENT, SHIFT);
        private final int[] from = new int[BATCH];
        private final int[] to = new int[BATCH];
        private final float[] weights = new float[BATCH];
        private final long[] times = new long[BATCH];

        void draw(int count) {
            for (int i = 0; i < count; i++) {
                from[i] = userRanks.draw(random);
                to[i] = users + itemRanks.draw(random);
                weights[i] = (1 + random.nextInt(WEIGHTS)) / 100f;
                times[i] = FIRST_TIME_MILLIS + 1000L * random.nextInt(SPAN_SECONDS);
            }
        }

        void add(GraphBuilder builder, int count, long firstId) {
            RelationshipType likes = SCHEMA.relationshipTypes().get(0);
            for (int i = 0; i < count; i++) {
                builder.addRelationship(likes, from[i], to[i], weights[i], times[i], firstId + i);
            }
        }
    }
}
