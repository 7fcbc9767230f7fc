package dev.clew.core.chain;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.graph.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a walk goes next: from node x along every relationship of a walked type, in either direction, with probability P(x, y) = c_t * w_xy
 * / D(x), where c_t is the type's weight, w_xy the relationship's and D(x) = sum of c_t * w over all of x's. As c_t * w_xy is the same from both ends, D(x) P(x, y) =
 * D(y) P(y, x). A walk that finds nowhere to go stays where it is. Not thread-safe.
 */
public final class Transitions {
    /** Nodes that can have relationships in no more slots are looked at in all of them. */
    private static final int MANY = 16;

    private final RecommendationGraph graph;
    private final List<Slot> slots;
    /** By node type: declarations with dozens of relationship types are common, and most nodes can have but few of them. */
    private final int[][] leaving;
    /** By node type, the same as bits of {@link RecommendationGraph#rowKinds}; none where they are not many. */
    private final long[][] leavingKinds;
    /** Bits of the slots in which a commit has changed a row: these are looked at for every node. */
    private final long[] changedKinds;
    /** The position of each kind's slot. */
    private final int[] positions;

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

        int kind() {
            return new Step(type, direction).number();
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
        positions = new int[2 * graph.schema().relationshipTypes().size()];
        changedKinds = new long[(positions.length + Long.SIZE - 1) / Long.SIZE];
        for (int slot = 0; slot < slots.size(); slot++) {
            positions[slots.get(slot).kind()] = slot;
            if (slots.get(slot).row().hasChanges()) {
                setBit(changedKinds, slots.get(slot).kind());
            }
        }
        leavingKinds = Arrays.stream(leaving)
                .map(slots -> slots.length > MANY ? kinds(slots) : new long[0])
                .toArray(long[][]::new);
    }

    private long[] kinds(int[] ofSlots) {
        long[] kinds = new long[changedKinds.length];
        for (int slot : ofSlots) {
            setBit(kinds, slots.get(slot).kind());
        }
        return kinds;
    }

    private static void setBit(long[] words, int bit) {
        words[bit / Long.SIZE] |= 1L << bit;
    }

    /** The slots with cursors that nothing else moves. */
    public List<Slot> slots() {
        return slots.stream().map(slot -> slot.withOwnCursor(graph)).toList();
    }

    /** Positions of slots in which the node may have relationships, all where it has some among them, ascending; not to be written to. */
    public int[] slotsLeaving(int node) {
        int type = graph.nodeType(node).index();
        long[] kinds = leavingKinds[type];
        return kinds.length == 0 ? leaving[type] : slotsLeaving(node, kinds);
    }

    private int[] slotsLeaving(int node, long[] kinds) {
        int[] found = new int[MANY];
        int count = 0;
        for (int word = 0; word < kinds.length; word++) {
            long left = (graph.rowKinds(node, word) | changedKinds[word]) & kinds[word];
            for (; left != 0; left &= left - 1) {
                found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
                found[count++] = positions[word * Long.SIZE + Long.numberOfTrailingZeros(left)];
            }
        }
        return Arrays.copyOf(found, count);
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
