package dev.clew.core.pagerank;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a walk goes next: from node x along every relationship of a walked type, in either direction, with probability P(x, y) = c_t * w_xy
 * / D(x), where c_t is the type's weight, w_xy the relationship's and D(x) = sum of c_t * w over all of x's. As c_t * w_xy is the same from both ends, D(x) P(x, y) =
 * D(y) P(y, x). A walk that finds nowhere to go stays where it is. Not thread-safe.
 */
final class Transitions {
    private final RecommendationGraph graph;
    private final List<Slot> slots;

    /** One relationship type walked in one direction, with a cursor of its own. */
    record Slot(RelationshipType type, Direction direction, double weight, Neighbours row) {
        Slot withOwnCursor(RecommendationGraph graph) {
            return new Slot(type, direction, weight, graph.neighbours(type, direction));
        }
    }

    Transitions(RecommendationGraph graph, PageRankParameters parameters) {
        this.graph = graph;
        List<Slot> walked = new ArrayList<>();
        for (RelationshipType type : graph.schema().relationshipTypes()) {
            double weight = parameters.typeWeight(type.name());
            if (weight > 0) {
                for (Direction direction : Direction.values()) {
                    walked.add(new Slot(type, direction, weight, graph.neighbours(type, direction)));
                }
            }
        }
        slots = List.copyOf(walked);
    }

    /** The slots with cursors that nothing else moves, in the order of {@link Transitions}' sums. */
    List<Slot> slots() {
        return slots.stream().map(slot -> slot.withOwnCursor(graph)).toList();
    }

    /** D(x); 0 if the node has no relationship to walk. */
    double total(int node) {
        double total = 0;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            total += slot.weight() * slot.row().at(node).weightSum();
        }
        return total;
    }

    /** How many relationships a walk can leave the node by; one from the node to itself counts from both its ends. */
    long count(int node) {
        long count = 0;
        for (int i = 0; i < slots.size(); i++) {
            count += slots.get(i).row().at(node).size();
        }
        return count;
    }
}
