package dev.clew.core.jgrapht;

/**
 * A relationship as an edge; made when asked for and equal to any other made of the same relationship.
 *
 * @param typeIndex its {@link dev.clew.core.graph.RelationshipType}
 * @param source node number it runs from, in its role's direction
 * @param target node number it runs to
 * @param relationshipId its id in the store
 */
public record ViewEdge(int typeIndex, int source, int target, long relationshipId) {}
