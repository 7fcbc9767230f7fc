package dev.clew.benchmarks.replay;

import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A graph as commits leave it, one state after the other, all of them kept. */
final class GraphStates {

    private static final int COMMITS_A_STATE = 50;

    /** Beyond the ids of any data. */
    private static final long FIRST_RELATIONSHIP = 1L << 40;

    private final List<GraphSnapshot> states = new ArrayList<>();
    private final SplittableRandom random;
    private final RelationshipType interaction;
    private final int[] users;
    private final int[] items;
    private long nextRelationship = FIRST_RELATIONSHIP;

    /**
     * Makes them.
     *
     * @param first state
     * @param count at least 1
     */
    GraphStates(GraphSnapshot first, int count, long seed) {
        this.random = new SplittableRandom(seed);
        this.interaction =
                first.schema().relationshipTypes(RelationshipRole.INTERACTION).get(0);
        this.users = nodes(first, first.schema().user());
        this.items = nodes(first, first.schema().item());
        GraphSnapshot state = first;
        states.add(state);
        while (states.size() < count) {
            state = afterCommits(state);
            states.add(state);
        }
    }

    private static int[] nodes(GraphSnapshot graph, NodeType type) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).index() == type.index())
                .toArray();
    }

    private GraphSnapshot afterCommits(GraphSnapshot before) {
        GraphSnapshot state = before;
        for (int commit = 0; commit < COMMITS_A_STATE; commit++) {
            state = state.apply(List.of(interaction(state)));
        }
        return state;
    }

    private GraphChange interaction(GraphSnapshot graph) {
        GraphNode user = node(graph, users[random.nextInt(users.length)]);
        GraphNode item = node(graph, items[random.nextInt(items.length)]);
        return new GraphChange.RelationshipPut(interaction.index(), nextRelationship++, user, item, 1, 0);
    }

    private static GraphNode node(GraphSnapshot graph, int number) {
        return new GraphNode(graph.nodeType(number).index(), graph.key(number), graph.entityId(number));
    }

    /** Numbers of the users, the same in all states. */
    int[] users() {
        return users.clone();
    }

    int size() {
        return states.size();
    }

    GraphSnapshot at(int state) {
        return states.get(state);
    }
}
