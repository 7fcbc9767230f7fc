package dev.clew.core.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A small graph drawn from a seed: users u0.., items i0.. and attributes g0.., parallel relationships, loops, nodes without any, and, from every other seed,
 * weights and times. It can be built with its nodes and relationships in any order, which changes nothing but their numbers.
 */
public final class RandomGraph {
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.STRING),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.STRING),
                    new NodeType(2, NodeRole.ATTRIBUTE, "Genre", KeyType.STRING)),
            List.of(
                    new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes"),
                    new RelationshipType(1, RelationshipRole.INTERACTION, "RATED", "rated"),
                    new RelationshipType(2, RelationshipRole.ATTRIBUTE, "IN_GENRE", "genre"),
                    new RelationshipType(3, RelationshipRole.LINK, "SEQUEL_OF", "sequel of")));
    private final RandomGenerator random;
    private final boolean weighted;
    private final List<GraphNode> nodes = new ArrayList<>();
    private final List<GraphChange.RelationshipPut> relationships = new ArrayList<>();

    private RandomGraph(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        weighted = seed % 2 == 1;
    }

    public static RandomGraph of(long seed) {
        RandomGraph graph = new RandomGraph(seed);
        graph.addNodes(0, "u", 2, 10);
        graph.addNodes(1, "i", 3, 12);
        graph.addNodes(2, "g", 1, 5);
        graph.addRelationships(0, 0, 1, 30);
        graph.addRelationships(1, 0, 1, 10);
        graph.addRelationships(2, 1, 2, 20);
        graph.addRelationships(3, 1, 1, 6);
        return graph;
    }

    private void addNodes(int type, String prefix, int least, int most) {
        int count = random.nextInt(least, most + 1);
        for (int i = 0; i < count; i++) {
            nodes.add(new GraphNode(type, prefix + i, nodes.size()));
        }
    }

    private void addRelationships(int type, int from, int to, int most) {
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            boolean interaction = SCHEMA.relationshipTypes().get(type).role() == RelationshipRole.INTERACTION;
            relationships.add(new GraphChange.RelationshipPut(
                    type,
                    500 + relationships.size(),
                    anyOf(from),
                    anyOf(to),
                    weight(interaction),
                    weighted ? random.nextInt(50) * 1_000L : 0));
        }
    }

    /** One interaction in five is a mark: rejected or only seen. */
    private float weight(boolean interaction) {
        if (interaction && random.nextInt(5) == 0) {
            return random.nextInt(2) * -1.5f;
        }
        return weighted ? random.nextInt(1, 8) * 0.5f : 1;
    }

    private GraphNode anyOf(int type) {
        List<GraphNode> all =
                nodes.stream().filter(node -> node.typeIndex() == type).toList();
        return all.get(random.nextInt(all.size()));
    }

    public GraphSnapshot build() {
        return build(nodes, relationships);
    }

    /** The same graph, its nodes and relationships added in another order. */
    public GraphSnapshot relabelled(long order) {
        List<GraphNode> otherNodes = new ArrayList<>(nodes);
        List<GraphChange.RelationshipPut> otherRelationships = new ArrayList<>(relationships);
        Collections.shuffle(otherNodes, new Random(order));
        Collections.shuffle(otherRelationships, new Random(order));
        return build(otherNodes, otherRelationships);
    }

    private static GraphSnapshot build(List<GraphNode> nodes, List<GraphChange.RelationshipPut> relationships) {
        GraphBuilder builder = new GraphBuilder(SCHEMA);
        int[] numbers = new int[nodes.size()];
        for (GraphNode node : nodes) {
            numbers[(int) node.entityId()] = builder.addNode(node);
        }
        for (GraphChange.RelationshipPut it : relationships) {
            builder.addRelationship(
                    SCHEMA.relationshipTypes().get(it.typeIndex()),
                    numbers[(int) it.from().entityId()],
                    numbers[(int) it.to().entityId()],
                    it.weight(),
                    it.timeMillis(),
                    it.relationshipId());
        }
        return builder.build(1);
    }
}
