package dev.clew.core.recommend;

/**
 * One thing the asking user did.
 *
 * @param item node number of the item
 * @param typeIndex the interaction's {@link dev.clew.core.graph.RelationshipType}
 * @param weight above 0 liked, below 0 rejected, 0 only seen or hidden
 * @param timeMillis 0 if not known
 * @param relationshipId in the store, or {@link dev.clew.core.graph.RecommendationGraph#NO_RELATIONSHIP} if given in the request
 */
public record Action(int item, int typeIndex, float weight, long timeMillis, long relationshipId) {}
