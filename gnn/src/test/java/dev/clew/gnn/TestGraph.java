package dev.clew.gnn;

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

/** A graph of users, items and genres drawn from a seed: users come first, then items, then genres, so that numbers are easily told. */
public final class TestGraph {
    private static final RelationshipType LIKES =
            new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes");
    private static final RelationshipType GENRE =
            new RelationshipType(1, RelationshipRole.ATTRIBUTE, "IN_GENRE", "genre");
    private static final RelationshipType PART_OF =
            new RelationshipType(2, RelationshipRole.LINK, "PART_OF", "part of");
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER),
                    new NodeType(2, NodeRole.ATTRIBUTE, "Genre", KeyType.INTEGER)),
            List.of(LIKES, GENRE, PART_OF));

    private final int users;
    private final int items;
    private final GraphBuilder builder = new GraphBuilder(SCHEMA);
    private long relationships;

    public TestGraph(int users, int items, int genres) {
        this.users = users;
        this.items = items;
        addNodes(0, users);
        addNodes(1, items);
        addNodes(2, genres);
    }

    private void addNodes(int type, int count) {
        for (int i = 0; i < count; i++) {
            builder.addNode(new GraphNode(type, (long) i, type * 1_000_000L + i));
        }
    }

    /** Random likes, each pair with the chance 1/4, weights of 1 or 2; the last item has none. Each item has a genre. */
    public static TestGraph random(long seed, int users, int items, int genres) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        TestGraph graph = new TestGraph(users, items, genres);
        graph.like(0, 0, 1);
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items - 1; item++) {
                if (random.nextInt(4) == 0) {
                    graph.like(user, item, 1 + random.nextInt(2));
                }
            }
        }
        for (int item = 0; item < items; item++) {
            graph.genre(item, random.nextInt(genres));
        }
        return graph;
    }

    public TestGraph like(int user, int item, float weight) {
        builder.addRelationship(LIKES, user, item(item), weight, 0, relationships++);
        return this;
    }

    public TestGraph genre(int item, int genre) {
        builder.addRelationship(GENRE, item(item), users + items + genre, 1, 0, relationships++);
        return this;
    }

    /** Makes a genre part of another. */
    public TestGraph part(int genre, int of) {
        int first = users + items;
        builder.addRelationship(PART_OF, first + genre, first + of, 1, 0, relationships++);
        return this;
    }

    /** The node number of an item. */
    public int item(int item) {
        return users + item;
    }

    public GraphSnapshot build() {
        return builder.build(1);
    }
}
