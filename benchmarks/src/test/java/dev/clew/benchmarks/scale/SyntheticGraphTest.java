package dev.clew.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RelationshipType;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticGraphTest {

    @Test
    void hasTheInteractionsAskedForAndEveryFieldOfThem() {
        GraphSnapshot graph = new SyntheticGraph(100_000, 1).build();
        RelationshipType likes = graph.schema().relationshipTypes().get(0);
        assertThat(graph.relationshipCount(likes)).isEqualTo(100_000);
        assertThat(graph.nodeCount()).isEqualTo(1000 + 200);
        Neighbours row = graph.neighbours(likes, Direction.OUT).at(0);
        assertThat(row.relationshipId(0)).isGreaterThanOrEqualTo(1L << 33);
        assertThat(row.timeMillis(0)).isGreaterThan(0);
    }

    @Test
    void takesLessThan24BytesForAnInteraction() {
        GraphSnapshot graph = new SyntheticGraph(200_000, 1).build();
        // 23 for the fields and the two neighbours, the rest for the nodes and the dictionary of 1,000 weights
        assertThat(graph.memoryBytes() / 200_000.0).isBetween(23.0, 24.0);
    }

    @Test
    void fewNumbersAreDrawnOften() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        SkewedRanks ranks = new SkewedRanks(1000, 0.9, 20);
        int[] drawn = new int[1000];
        IntStream.range(0, 100_000).forEach(i -> drawn[ranks.draw(random)]++);
        int[] sorted = Arrays.stream(drawn).sorted().toArray();
        assertThat(IntStream.range(900, 1000).map(i -> sorted[i]).sum())
                .as("the tenth drawn most often; with equal chances it would be a good 10,000")
                .isGreaterThan(35_000);
        assertThat(sorted[0]).as("the least drawn").isPositive();
    }
}
