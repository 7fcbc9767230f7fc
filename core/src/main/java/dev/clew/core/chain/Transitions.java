package dev.clew.core.chain;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where a walk goes next: from node x along every relationship of a walked type, in either direction, with probability P(x, y) = c_t * w_xy
 * / D(x), where c_t is the type's weight, w_xy the relationship's and D(x) = sum of c_t * w over all of x's. As c_t * w_xy is the same from both ends, D(x) P(x, y) =
 * D(y) P(y, x). A walk that finds nowhere to go stays where it is. Not thread-safe.
 */
public final class Transitions {
    private static final int MANY = 16;

    private final RecommendationGraph graph;
    private final List<Slot> slots;
    /** By node type: declarations with dozens of relationship types are common, and most nodes can have but few of them. */
    private final int[][] leaving;
    /** By node, where nodes of its type can have relationships in more than {@value #MANY} slots: those it has. */
    private final Map<Integer, int[]> used = new HashMap<>();

    /** One relationship type walked in one direction, with a cursor of its own. */
    public record Slot(RelationshipType type, Direction direction, double weight, Neighbours row) {
        /** Whether nodes of a role can be where relationships of this type start, seen in this direction. */
        public boolean mayLeave(NodeRole role) {
            return type.mayLeave(role, direction);
        }

        /** Whether relationships of this type, seen in this direction, can lead to nodes of a role. */
        public boolean mayReach(NodeRole role) {
            return type.mayReach(role, direction);
        }

        Slot withOwnCursor(RecommendationGraph graph) {
            return new Slot(type, direction, weight, graph.neighbours(type, direction));
        }
    }

    public Transitions(RecommendationGraph graph, TypeWeights typeWeights) {
        this.graph = graph;
        List<Slot> walked = new ArrayList<>();
        for (RelationshipType type : graph.schema().relationshipTypes()) {
            double weight = typeWeights.of(type.name());
            if (weight > 0) {
                for (Direction direction : Direction.values()) {
                    walked.add(new Slot(type, direction, weight, graph.neighbours(type, direction)));
                }
            }
        }
        slots = List.copyOf(walked);
        leaving = graph.schema().nodeTypes().stream()
                .map(type -> IntStream.range(0, slots.size())
                        .filter(slot -> slots.get(slot).mayLeave(type.role()))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** The slots with cursors that nothing else moves. */
    public List<Slot> slots() {
        return slots.stream().map(slot -> slot.withOwnCursor(graph)).toList();
    }

    /** Positions of slots in which the node may have relationships, all where it has some among them, ascending; not to be written to. */
    public int[] slotsLeaving(int node) {
        int[] possible = leaving[graph.nodeType(node).index()];
        return possible.length <= MANY ? possible : used.computeIfAbsent(node, key -> used(possible, node));
    }

    private int[] used(int[] possible, int node) {
        return IntStream.of(possible)
                .filter(slot -> slots.get(slot).row().at(node).size() > 0)
                .toArray();
    }

    /** D(x); 0 if the node has no relationship to walk. */
    public double total(int node) {
        double total = 0;
        for (int i : slotsLeaving(node)) {
            Slot slot = slots.get(i);
            total += slot.weight() * slot.row().weightSum(node);
        }
        return total;
    }

    /** How many relationships a walk can leave the node by; one from the node to itself counts from both its ends. */
    public long count(int node) {
        long count = 0;
        for (int i : slotsLeaving(node)) {
            count += slots.get(i).row().at(node).size();
        }
        return count;
    }
}
