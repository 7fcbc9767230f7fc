package dev.clew.core.ledger;

import dev.clew.core.graph.RecommendationGraph;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A walk through the graph that exists: nodes joined by relationships.
 *
 * @param nodes node numbers of the graph the answer was computed on, one more than steps; the first is
 *     {@link RecommendationGraph#NO_NODE} for somebody who is not in the graph
 */
public record EvidencePath(List<Integer> nodes, List<Step> steps) {

    /**
     * One relationship of the walk.
     *
     * @param typeIndex its {@link dev.clew.core.graph.RelationshipType}
     * @param relationshipId its id in the store, or {@link RecommendationGraph#NO_RELATIONSHIP} for an action given in the request
     */
    public record Step(int typeIndex, long relationshipId) {}

    public EvidencePath {
        nodes = List.copyOf(nodes);
        steps = List.copyOf(steps);
        if (nodes.size() != steps.size() + 1) {
            throw new IllegalArgumentException(
                    "A path of " + steps.size() + " steps has " + (steps.size() + 1) + " nodes, not " + nodes.size());
        }
    }

    /** Whether every node and relationship is in the store, so that a database can draw it. */
    public boolean isStored() {
        return nodes.get(0) != RecommendationGraph.NO_NODE
                && steps.stream().noneMatch(step -> step.relationshipId() == RecommendationGraph.NO_RELATIONSHIP);
    }

    /** The relationship types walked, in order: what kind of path it is. */
    public List<Integer> typeIndexes() {
        return steps.stream().map(Step::typeIndex).toList();
    }

    public int lastNode() {
        return nodes.get(nodes.size() - 1);
    }

    boolean cites(long relationshipId) {
        return IntStream.range(0, steps.size()).anyMatch(i -> steps.get(i).relationshipId() == relationshipId);
    }
}
