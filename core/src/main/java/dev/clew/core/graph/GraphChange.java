package dev.clew.core.graph;

/**
 * One thing a commit did to the graph. Applying a change twice is the same as applying it once, and changes of transactions that did not
 * wait for each other's locks may be applied in any order: a relationship brings its end nodes along.
 */
public sealed interface GraphChange {

    /** A node was created or its key, type or dates changed. */
    record NodePut(GraphNode node) implements GraphChange {}

    /** A node is gone, or no longer of a declared label; its relationships go with it. */
    record NodeRemoved(long entityId) implements GraphChange {}

    /**
     * A relationship was created or its weight or time changed.
     *
     * @param from the node it runs from, in its role's direction
     * @param weight above 0: positive; otherwise a mark (see {@link RecommendationGraph#marks})
     */
    record RelationshipPut(
            int typeIndex, long relationshipId, GraphNode from, GraphNode to, float weight, long timeMillis)
            implements GraphChange {}

    /** A relationship is gone. */
    record RelationshipRemoved(int typeIndex, long relationshipId, long fromEntityId, long toEntityId)
            implements GraphChange {}
}
