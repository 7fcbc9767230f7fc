package dev.clew.core.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The node and relationship types of a recommendation graph, and the paths worth walking in it.
 *
 * @param nodeTypes a type's index is its place here
 * @param relationshipTypes a type's index is its place here
 * @param paths what a walk may be, those nobody declared included
 * @param pathWeights declared or learned weights by {@link PathType#name}; a path that is not named has its recommender's default
 */
public record GraphSchema(
        List<NodeType> nodeTypes,
        List<RelationshipType> relationshipTypes,
        List<PathType> paths,
        Map<String, Double> pathWeights) {
    public GraphSchema {
        nodeTypes = List.copyOf(nodeTypes);
        relationshipTypes = List.copyOf(relationshipTypes);
        paths = List.copyOf(paths);
        pathWeights = Map.copyOf(pathWeights);
        for (int i = 0; i < nodeTypes.size(); i++) {
            check(nodeTypes.get(i).index() == i, nodeTypes.get(i));
        }
        for (int i = 0; i < relationshipTypes.size(); i++) {
            check(relationshipTypes.get(i).index() == i, relationshipTypes.get(i));
        }
    }

    /** With the {@linkplain PathType#defaults paths there are without declaring any}. */
    public GraphSchema(List<NodeType> nodeTypes, List<RelationshipType> relationshipTypes) {
        this(nodeTypes, relationshipTypes, PathType.defaults(relationshipTypes), Map.of());
    }

    private static void check(boolean inPlace, Object type) {
        if (!inPlace) {
            throw new IllegalArgumentException(type + " must stand at its own index.");
        }
    }

    /** The one node type users have. */
    public NodeType user() {
        return theOnly(NodeRole.USER);
    }

    /** The one node type items have. */
    public NodeType item() {
        return theOnly(NodeRole.ITEM);
    }

    public List<RelationshipType> relationshipTypes(RelationshipRole role) {
        List<RelationshipType> found = new ArrayList<>();
        for (RelationshipType type : relationshipTypes) {
            if (type.role() == role) {
                found.add(type);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Refuses a node whose key is not of its type's {@link KeyType}: it would never be found again. */
    void checkKey(GraphNode node) {
        NodeType type = nodeTypes.get(node.typeIndex());
        if (KeyType.of(node.key()) != type.keyType()) {
            throw new IllegalArgumentException("key (" + node.key() + ") of a " + type.label() + " must be of type "
                    + type.keyType() + ", as declared.");
        }
    }

    private NodeType theOnly(NodeRole role) {
        for (NodeType type : nodeTypes) {
            if (type.role() == role) {
                return type;
            }
        }
        throw new IllegalStateException("The schema declares no " + role);
    }
}
