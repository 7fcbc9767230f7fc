package dev.clew.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.split.HeldOut;
import dev.clew.ingest.GraphSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceGraphTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsTheSampleAsItIsDeclared() throws IOException {
        SourceGraph source = SourceGraph.read(GraphSources.sample());
        GraphSnapshot graph = source.graph();
        assertThat(graph.count(NodeRole.ITEM)).isEqualTo(319);
        assertThat(graph.count(NodeRole.USER)).isEqualTo(2000);
        assertThat(source.hasGivenTest()).isFalse();
    }

    @Test
    void turnsAttributesThatPointAtTheItemRound() throws IOException {
        GraphSnapshot graph = SourceGraph.read(GraphSources.sample()).graph();
        RelationshipType directed = type(graph, "DIRECTED");
        int alien = graph.find(graph.schema().item(), "alien-1979");
        var directors = graph.neighbours(directed, Direction.OUT).at(alien);
        assertThat(graph.key(directors.node(0))).isEqualTo("Ridley Scott");
    }

    @Test
    void readsSignsAsDeclaredSoThatPoorRatingsAreMarks() throws IOException {
        GraphSnapshot graph = SourceGraph.read(GraphSources.sample()).graph();
        RelationshipType rated = type(graph, "RATED");
        long marks = IntStream.range(0, graph.nodeCount())
                .mapToLong(node -> graph.marks(rated).at(node).size())
                .sum();
        assertThat(marks).isPositive();
        assertThat(graph.relationshipCount(rated)).isPositive();
    }

    @Test
    void opensTheTestPartOnlyWhenAsked() throws IOException {
        Files.writeString(folder.resolve("train.txt"), "0 0 1\n1 1\n");
        Files.writeString(folder.resolve("test.txt"), "0 2\n1 0 2\n");
        SourceGraph source = SourceGraph.read(GraphSources.detect(folder));
        GraphSnapshot graph = source.graph();
        assertThat(graph.relationshipCount(type(graph, "INTERACTED"))).isEqualTo(3);
        assertThat(source.hasGivenTest()).isTrue();

        HeldOut test = source.givenTest();

        assertThat(test.size()).isEqualTo(3);
        int user = graph.find(graph.schema().user(), 1L);
        assertThat(IntStream.of(test.items(user)).mapToObj(graph::key)).containsExactly(0L, 2L);
    }

    private static RelationshipType type(GraphSnapshot graph, String name) {
        return graph.schema().relationshipTypes().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
