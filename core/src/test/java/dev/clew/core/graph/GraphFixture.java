package dev.clew.core.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small graph written as a line of text: {@code "u-LIKES->a, a-DIRECTED_BY->p, u-LIKES:2.5->b"}. Names are string keys. A node is what its relationships make
 * it: types listed as interactions run from users to items, types listed as attributes from items to attributes; every other type is a link and its ends must be
 * known from before. A number after a colon is the weight; one of 0 or below makes a mark.
 */
public final class GraphFixture {
    private final GraphSchema schema;
    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final List<GraphChange.RelationshipPut> relationships = new ArrayList<>();

    private GraphFixture(GraphSchema schema) {
        this.schema = schema;
    }

    /** A graph over LIKES (interaction), and the attribute types GENRE and ACTED_BY and the link type PART_OF between attributes. */
    public static GraphSnapshot graphOf(String relationships) {
        return parse(schema(List.of("LIKES"), List.of("GENRE", "ACTED_BY"), List.of("PART_OF")), relationships)
                .build();
    }

    public static GraphSchema schema(List<String> interactions, List<String> attributes, List<String> links) {
        List<RelationshipType> types = new ArrayList<>();
        interactions.forEach(
                name -> types.add(new RelationshipType(types.size(), RelationshipRole.INTERACTION, name, name)));
        attributes.forEach(name -> types.add(new RelationshipType(
                types.size(), RelationshipRole.ATTRIBUTE, name, name.toLowerCase(java.util.Locale.ROOT))));
        links.forEach(name -> types.add(new RelationshipType(types.size(), RelationshipRole.LINK, name, name)));
        List<NodeType> nodeTypes = List.of(
                new NodeType(0, NodeRole.USER, "User", KeyType.STRING),
                new NodeType(1, NodeRole.ITEM, "Item", KeyType.STRING),
                new NodeType(2, NodeRole.ATTRIBUTE, "Attribute", KeyType.STRING));
        return new GraphSchema(nodeTypes, types);
    }

    public static GraphFixture parse(GraphSchema schema, String text) {
        GraphFixture fixture = new GraphFixture(schema);
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                fixture.add(part.strip());
            }
        }
        return fixture;
    }

    private void add(String relationship) {
        int dash = relationship.indexOf('-');
        int arrow = relationship.indexOf("->");
        String[] label = relationship.substring(dash + 1, arrow).split(":");
        RelationshipType type = schema.relationshipTypes().stream()
                .filter(it -> it.name().equals(label[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No type " + label[0]));
        String from = relationship.substring(0, dash);
        String to = relationship.substring(arrow + 2);
        float weight = label.length > 1 ? Float.parseFloat(label[1]) : 1f;
        relationships.add(new GraphChange.RelationshipPut(
                type.index(),
                1000 + relationships.size(),
                node(from, type.role() == RelationshipRole.INTERACTION ? 0 : 1, type),
                node(to, type.role() == RelationshipRole.INTERACTION ? 1 : 2, type),
                weight,
                0));
    }

    private GraphNode node(String name, int typeIndex, RelationshipType type) {
        if (type.role() == RelationshipRole.LINK) {
            return Objects.requireNonNull(nodes.get(name), name);
        }
        return nodes.computeIfAbsent(name, key -> new GraphNode(typeIndex, key, nodes.size()));
    }

    public GraphSnapshot build() {
        GraphBuilder builder = new GraphBuilder(schema);
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        for (NodeType type : schema.nodeTypes()) {
            nodes.values().stream()
                    .filter(node -> node.typeIndex() == type.index())
                    .forEach(node -> numbers.put(node.entityId(), builder.addNode(node)));
        }
        for (GraphChange.RelationshipPut put : relationships) {
            builder.addRelationship(
                    schema.relationshipTypes().get(put.typeIndex()),
                    Objects.requireNonNull(numbers.get(put.from().entityId())),
                    Objects.requireNonNull(numbers.get(put.to().entityId())),
                    put.weight(),
                    put.timeMillis(),
                    put.relationshipId());
        }
        return builder.build(1);
    }

    /** The relationships as changes, for building the same graph commit by commit. */
    public List<GraphChange.RelationshipPut> relationships() {
        return List.copyOf(relationships);
    }

    /** The number of the node with this name, whatever its type. */
    public static int node(RecommendationGraph graph, String name) {
        return graph.schema().nodeTypes().stream()
                .mapToInt(type -> graph.find(type, name))
                .filter(number -> number != RecommendationGraph.NO_NODE)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No node " + name));
    }
}
