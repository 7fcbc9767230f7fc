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
    /** What items are is skewed like who uses them. */
    private static final int ITEMS_PER_ATTRIBUTE = 10;

    private static final RelationshipType LIKES =
            new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes");
    private static final RelationshipType TAGGED = new RelationshipType(1, RelationshipRole.ATTRIBUTE, "TAGGED", "tag");
    private static final List<NodeType> USERS_AND_ITEMS = List.of(
            new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
            new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER));
    private static final GraphSchema PLAIN = new GraphSchema(USERS_AND_ITEMS, List.of(LIKES));
    private static final GraphSchema WITH_ATTRIBUTES = new GraphSchema(
            List.of(
                    USERS_AND_ITEMS.get(0),
                    USERS_AND_ITEMS.get(1),
                    new NodeType(2, NodeRole.ATTRIBUTE, "Tag", KeyType.INTEGER)),
            List.of(LIKES, TAGGED));

    private final int interactions;
    private final int users;
    private final int items;
    private final int attributesPerItem;
    private final long seed;
    private long builderNanos;

    /** Nothing is drawn before {@link #build}. */
    public SyntheticGraph(int interactions, long seed) {
        this(interactions, 0, seed);
    }

    /** @param attributesPerItem how often an attribute is drawn for each item, of a tenth as many as items */
    public SyntheticGraph(int interactions, int attributesPerItem, long seed) {
        this.interactions = interactions;
        this.attributesPerItem = attributesPerItem;
        this.users = Math.max(1, interactions / PER_USER);
        this.items = Math.max(1, interactions / PER_ITEM);
        this.seed = seed;
    }

    public int users() {
        return users;
    }

    public int items() {
        return items;
    }

    /** What the last {@link #build} took, without the drawing. */
    double builderSeconds() {
        return builderNanos / 1e9;
    }

    /** Draws it; the same one for the same seed. */
    public GraphSnapshot build() {
        long begin = System.nanoTime();
        GraphBuilder builder = new GraphBuilder(attributesPerItem == 0 ? PLAIN : WITH_ATTRIBUTES);
        for (int user = 0; user < users; user++) {
            builder.addNode(new GraphNode(0, (long) user, user));
        }
        for (int item = 0; item < items; item++) {
            builder.addNode(new GraphNode(1, (long) item, users + (long) item));
        }
        builderNanos = System.nanoTime() - begin;
        addInteractions(builder);
        addAttributes(builder);
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

    private void addAttributes(GraphBuilder builder) {
        if (attributesPerItem == 0) {
            return;
        }
        int attributes = Math.max(1, items / ITEMS_PER_ATTRIBUTE);
        int first = users + items;
        for (int attribute = 0; attribute < attributes; attribute++) {
            builder.addNode(new GraphNode(2, (long) attribute, first + (long) attribute));
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(~seed);
        SkewedRanks ranks = new SkewedRanks(attributes, ITEM_EXPONENT, SHIFT);
        for (int i = 0; i < items * attributesPerItem; i++) {
            long id = FIRST_ID + interactions + i;
            builder.addRelationship(TAGGED, users + i % items, first + ranks.draw(random), 1, 0, id);
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
            for (int i = 0; i < count; i++) {
                builder.addRelationship(LIKES, from[i], to[i], weights[i], times[i], firstId + i);
            }
        }
    }
}
