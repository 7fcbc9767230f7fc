package dev.clew.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RelationshipType;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs of so many relationship types that most nodes have relationships of few of them. */
class TransitionsTest {
    private static final int ITEMS = 30;
    private static final int ATTRIBUTES = 20;

    @ParameterizedTest(name = "{0} types")
    @ValueSource(ints = {3, 8, 9, 20, 70})
    void knowsByWhichTypesEachNodeCanBeLeftWhateverWasCommittedSince(int types) {
        GraphSchema schema = schema(types);
        Random random = new Random(types);
        GraphBuilder builder = new GraphBuilder(schema);
        builder.addNode(user());
        IntStream.range(0, ITEMS).forEach(item -> builder.addNode(item(item)));
        IntStream.range(0, ATTRIBUTES).forEach(attribute -> builder.addNode(attribute(attribute)));
        for (int id = 0; id < 60; id++) {
            RelationshipType type = schema.relationshipTypes().get(1 + random.nextInt(types));
            builder.addRelationship(type, 1 + random.nextInt(ITEMS), 1 + ITEMS + random.nextInt(ATTRIBUTES), 1, 0, id);
        }
        GraphSnapshot graph = builder.build(1);
        check(graph);
        for (int commit = 0; commit < 40; commit++) {
            // Items and attributes that were not there yet, too.
            graph = graph.apply(List.of(new GraphChange.RelationshipPut(
                    1 + random.nextInt(types),
                    1000 + commit,
                    item(random.nextInt(2 * ITEMS)),
                    attribute(random.nextInt(2 * ATTRIBUTES)),
                    1,
                    0)));
            if (commit == 20) {
                graph = graph.compacted();
            }
            check(graph);
        }
    }

    private static void check(GraphSnapshot graph) {
        Transitions transitions = new Transitions(graph, TypeWeights.EQUAL);
        List<Transitions.Slot> slots = transitions.slots();
        for (int node = 0; node < graph.nodeCount(); node++) {
            int at = node;
            int[] all = IntStream.range(0, slots.size())
                    .filter(slot -> slots.get(slot).row().at(at).size() > 0)
                    .toArray();
            int[] leaving = transitions.slotsLeaving(node);
            assertThat(leaving).as("version %d, node %d", graph.version(), node).isSorted();
            assertThat(IntStream.of(leaving)
                            .filter(slot -> slots.get(slot).row().at(at).size() > 0))
                    .as("version %d, node %d", graph.version(), node)
                    .containsExactly(IntStream.of(all).boxed().toArray(Integer[]::new));
        }
    }

    @ParameterizedTest(name = "{0} types")
    @ValueSource(ints = {20, 70})
    void leavesOutTheTypesThatANodeHasNothingOf(int types) {
        GraphSchema schema = schema(types);
        GraphBuilder builder = new GraphBuilder(schema);
        int item = builder.addNode(item(0));
        int attribute = builder.addNode(attribute(0));
        builder.addRelationship(schema.relationshipTypes().get(types), item, attribute, 1, 0, 1);
        GraphSnapshot graph = builder.build(1);
        assertThat(new Transitions(graph, TypeWeights.EQUAL).slotsLeaving(item)).containsExactly(2 * types);
        assertThat(new Transitions(graph, TypeWeights.EQUAL).slotsLeaving(attribute))
                .containsExactly(2 * types + 1);
    }

    private static GraphSchema schema(int types) {
        List<String> names =
                IntStream.range(0, types).mapToObj(i -> "TYPE_" + i).toList();
        return GraphFixture.schema(List.of("LIKES"), names, List.of());
    }

    private static GraphNode user() {
        return new GraphNode(0, "u", 0);
    }

    private static GraphNode item(int number) {
        return new GraphNode(1, "i" + number, 1000 + number);
    }

    private static GraphNode attribute(int number) {
        return new GraphNode(2, "a" + number, 2000 + number);
    }
}
