package dev.clew.core.graph;

import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * The one structure every algorithm reads: typed nodes numbered from 0 and, for each relationship type, sorted rows of neighbours
 * in both directions. Immutable: a reader sees one state for as long as it holds the reference.
 *
 * <p>Only positive interactions are relationships here, so nothing that walks, counts or normalises can meet a negative one.
 * What a user rejected, merely saw or hid is kept apart as {@link #marks}.
 */
public interface RecommendationGraph {
    /** Stands for "no such node". */
    int NO_NODE = -1;

    /** Stands for "not in the store": an action given in a request. */
    long NO_RELATIONSHIP = -1;

    GraphSchema schema();

    /** Counts up by one with each state published; a rebuilt graph starts above its predecessor. */
    long version();

    /** One more than the largest node number; numbers of removed nodes are not used again. */
    int nodeCount();

    /** Whether the number stands for a node that is there now. */
    boolean contains(int node);

    NodeType nodeType(int node);

    /** The declared key: a {@code Long} or a {@code String}. */
    Object key(int node);

    /** The natural order of the keys of two nodes of the same type, by which ties are broken. Cheaper than comparing their {@link #key}s. */
    int compareKeys(int node, int other);

    /** The node's id in the store. */
    long entityId(int node);

    /** The node with this key (of the type's {@link KeyType}), or {@link #NO_NODE}. */
    int find(NodeType type, Object key);

    /** The node with this store id, or {@link #NO_NODE}. */
    int findEntity(long entityId);

    /** Whether the item may be recommended at that moment, given its declared first and last date. */
    boolean isAvailable(int item, long atMillis);

    /** A cursor over positive interactions, attributes or links of one type, standing nowhere; use {@link Neighbours#at}. */
    Neighbours neighbours(RelationshipType type, Direction direction);

    /**
     * Which rows the node had when the rows were built, for walking graphs with dozens of relationship types: those of a step with {@link Step#number} n are bit
     * {@code n % 64} of word {@code n / 64}.
     */
    long rowKinds(int node, int word);

    /**
     * A cursor over the interactions of a user that are not positive. Weight below 0: rejected, as strongly as the weight says. Weight 0: only seen,
     * or hidden.
     */
    Neighbours marks(RelationshipType interaction);

    /** How many positive relationships of this type there are. */
    long relationshipCount(RelationshipType type);

    /** Whether such nodes have the rows and the keys they had in that earlier state of this graph; false also where that is not known any more. */
    boolean sameRowsSince(long version, IntPredicate nodes);

    /**
     * One object for all who ask for its type, of this state or of any that commits make from it: the place for what is dear to compute from rows and
     * may hold for many states. Must be thread-safe.
     */
    <T> T derived(Class<T> type, Supplier<T> maker);

    /** Bytes held by this state's arrays. */
    long memoryBytes();
}
