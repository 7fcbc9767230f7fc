package dev.clew.core.vectors;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The items of one graph state that a model knows from their attributes alone: those that have attributes and no vectors of their own. Immutable.
 *
 * <p>Cost: for the first state a look at each node and a vector for each such item; for a later state, the items whose attributes commits have
 * changed since, and a copy of one reference for each item. Memory: a vector an item.
 */
final class InferredItems {
    /** No items, whatever the graph. */
    static final InferredItems NONE = new InferredItems(-1, 0, new SoftReference<>(null), new InferredItem[0]);

    private final long version;
    private final int nodeCount;
    /** To compare with the next state, but not at the price of memory that is needed. */
    private final SoftReference<RecommendationGraph> graph;
    /** Ascending by node. */
    private final InferredItem[] items;

    private InferredItems(RecommendationGraph graph, InferredItem[] items) {
        this(graph.version(), graph.nodeCount(), new SoftReference<>(graph), items);
    }

    private InferredItems(long version, int nodeCount, SoftReference<RecommendationGraph> graph, InferredItem[] items) {
        this.version = version;
        this.nodeCount = nodeCount;
        this.graph = graph;
        this.items = items;
    }

    /** Those of a state, whatever was known before. */
    static InferredItems of(RecommendationGraph graph, ItemVectors known, AttributeEncoder encoder) {
        ItemAttributes attributes = encoder.space().on(graph);
        InferredItem[] items = new InferredItem[16];
        int count = 0;
        for (int node = 0; node < graph.nodeCount(); node++) {
            if (isNew(graph, known, node) && attributes.at(node).size() > 0) {
                if (count == items.length) {
                    items = Arrays.copyOf(items, count * 2);
                }
                items[count++] = InferredItem.of(node, attributes, encoder);
            }
        }
        return new InferredItems(graph, Arrays.copyOf(items, count));
    }

    private static boolean isNew(RecommendationGraph graph, ItemVectors known, int node) {
        return graph.contains(node)
                && graph.nodeType(node).role() == NodeRole.ITEM
                && known.row(node) == ItemVectors.UNKNOWN;
    }

    long version() {
        return version;
    }

    int size() {
        return items.length;
    }

    InferredItem get(int i) {
        return items[i];
    }

    /** The place of the node's item, or a number below 0 if it has none. */
    int find(int node) {
        int low = 0;
        int high = items.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (items[middle].node == node) {
                return middle;
            }
            if (items[middle].node < node) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Those of a state that commits made from this one's. */
    InferredItems in(RecommendationGraph later, ItemVectors known, AttributeEncoder encoder) {
        Set<Integer> changed = new HashSet<>();
        boolean remembered = later.sameRowsSince(version, node -> {
            changed.add(node);
            return false;
        });
        if (!remembered) {
            return of(later, known, encoder);
        }
        NavigableSet<Integer> again = new TreeSet<>();
        for (int node = nodeCount; node < later.nodeCount(); node++) {
            again.add(node);
        }
        changed.forEach(node -> addTouched(later, node, again));
        return replacing(later, again, known, encoder);
    }

    /** The node if it may be such an item, and the items that lead to it if it means something else now. */
    private void addTouched(RecommendationGraph later, int node, NavigableSet<Integer> again) {
        if (!later.contains(node)) {
            again.add(node);
            return;
        }
        NodeRole role = later.nodeType(node).role();
        if (role == NodeRole.ITEM) {
            again.add(node);
        }
        if (role != NodeRole.USER && !meansTheSame(later, node)) {
            addThoseThatLeadTo(later, node, again);
            for (RelationshipType type : later.schema().relationshipTypes(RelationshipRole.LINK)) {
                neighbours(later, type, Direction.IN, node)
                        .forEach(between -> addThoseThatLeadTo(later, between, again));
            }
        }
    }

    private static void addThoseThatLeadTo(RecommendationGraph later, int node, NavigableSet<Integer> again) {
        for (RelationshipType type : later.schema().relationshipTypes()) {
            if (type.role() != RelationshipRole.INTERACTION) {
                again.addAll(neighbours(later, type, Direction.IN, node));
                again.addAll(neighbours(later, type, Direction.OUT, node));
            }
        }
    }

    private static List<Integer> neighbours(
            RecommendationGraph graph, RelationshipType type, Direction direction, int node) {
        Neighbours row = graph.neighbours(type, direction).at(node);
        return IntStream.range(0, row.size()).mapToObj(row::node).toList();
    }

    /** An attribute's row changes with each item that gets it; what it means to items is its key and what it links to. */
    private boolean meansTheSame(RecommendationGraph later, int node) {
        RecommendationGraph earlier = graph.get();
        if (earlier == null || node >= nodeCount) {
            return earlier != null;
        }
        return earlier.key(node).equals(later.key(node))
                && later.schema().relationshipTypes(RelationshipRole.LINK).stream()
                        .allMatch(type -> sameRow(
                                earlier.neighbours(type, Direction.OUT).at(node),
                                later.neighbours(type, Direction.OUT).at(node)));
    }

    private static boolean sameRow(Neighbours one, Neighbours other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.node(i) != other.node(i)
                    || one.relationshipId(i) != other.relationshipId(i)
                    || one.weight(i) != other.weight(i)) {
                return false;
            }
        }
        return true;
    }

    private InferredItems replacing(
            RecommendationGraph later, NavigableSet<Integer> again, ItemVectors known, AttributeEncoder encoder) {
        ItemAttributes attributes = encoder.space().on(later);
        InferredItem[] next = new InferredItem[items.length + again.size()];
        int count = 0;
        int old = 0;
        for (int node : again) {
            for (; old < items.length && items[old].node <= node; old++) {
                if (items[old].node < node) {
                    next[count++] = items[old];
                }
            }
            if (isNew(later, known, node) && attributes.at(node).size() > 0) {
                next[count++] = InferredItem.of(node, attributes, encoder);
            }
        }
        System.arraycopy(items, old, next, count, items.length - old);
        return new InferredItems(later, Arrays.copyOf(next, count + items.length - old));
    }
}
