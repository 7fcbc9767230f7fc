package dev.clew.benchmarks.deadline;

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

/**
 * A graph with one user who has liked ten of every eleven items and one item that every user has liked; everybody has also liked one item of their own,
 * and every item has a tag. Users are numbered from 0, the giant; so are items, those that the giant has not liked last.
 */
final class GiantGraph {

    static final long GIANT = 0;
    static final long FAN = 1;

    /** About as many items have the same tag. */
    private static final int ITEMS_A_TAG = 1000;

    private static final NodeType USER = new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER);
    private static final NodeType ITEM = new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER);
    private static final NodeType TAG = new NodeType(2, NodeRole.ATTRIBUTE, "Tag", KeyType.INTEGER);
    private static final RelationshipType LIKED =
            new RelationshipType(0, RelationshipRole.INTERACTION, "LIKED", "liked");
    private static final RelationshipType TAGGED = new RelationshipType(1, RelationshipRole.ATTRIBUTE, "TAGGED", "tag");

    /** A second between one like and the next, so that some are the newest. */
    static final long FIRST_MILLIS = 1_600_000_000_000L;

    private final int degree;
    private final GraphBuilder builder;
    private long relationships;

    private GiantGraph(int degree) {
        this.degree = degree;
        this.builder = new GraphBuilder(new GraphSchema(List.of(USER, ITEM, TAG), List.of(LIKED, TAGGED)));
    }

    /**
     * Builds it in memory.
     *
     * @param degree of the user and of the item, at least 2; there is one more user
     */
    static GraphSnapshot build(int degree) {
        return new GiantGraph(degree).build();
    }

    static int items(int degree) {
        return degree + degree / 10;
    }

    static int tags(int degree) {
        return degree / ITEMS_A_TAG + 1;
    }

    private GraphSnapshot build() {
        int users = degree + 1;
        int tags = tags(degree);
        addNodes(USER, users);
        addNodes(ITEM, items(degree));
        addNodes(TAG, tags);
        for (int item = 0; item < items(degree); item++) {
            builder.addRelationship(TAGGED, users + item, users + items(degree) + item % tags, 1, 0, relationships++);
        }
        for (int item = 0; item < degree; item++) {
            like(0, item);
        }
        for (int user = 1; user < users; user++) {
            like(user, 0);
            like(user, ownItem(user));
        }
        return builder.build(1);
    }

    /** Scattered, so that neighbours in memory are not neighbours in the graph. */
    private int ownItem(int user) {
        return 1 + (int) (user * 48_271L % (items(degree) - 1));
    }

    private void addNodes(NodeType type, int count) {
        for (long key = 0; key < count; key++) {
            builder.addNode(new GraphNode(type.index(), key, (long) type.index() << 40 | key));
        }
    }

    private void like(int user, int item) {
        builder.addRelationship(
                LIKED, user, degree + 1 + item, 1, FIRST_MILLIS + relationships * 1000, relationships++);
    }
}
