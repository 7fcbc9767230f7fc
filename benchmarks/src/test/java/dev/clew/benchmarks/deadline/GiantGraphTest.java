package dev.clew.benchmarks.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import org.junit.jupiter.api.Test;

class GiantGraphTest {

    private final GraphSnapshot graph = GiantGraph.build(50);
    private final RelationshipType liked =
            graph.schema().relationshipTypes(RelationshipRole.INTERACTION).get(0);

    @Test
    void oneUserHasLikedTenOfElevenItems() {
        assertThat(degree(graph.schema().user(), GiantGraph.GIANT, Direction.OUT))
                .isEqualTo(50);
        assertThat(graph.find(graph.schema().item(), 54L)).isNotEqualTo(RecommendationGraph.NO_NODE);
        assertThat(graph.find(graph.schema().item(), 55L)).isEqualTo(RecommendationGraph.NO_NODE);
    }

    @Test
    void everyUserHasLikedOneItem() {
        assertThat(degree(graph.schema().item(), GiantGraph.GIANT, Direction.IN))
                .isEqualTo(51);
    }

    @Test
    void everybodyElseHasLikedOneMore() {
        assertThat(degree(graph.schema().user(), GiantGraph.FAN, Direction.OUT)).isEqualTo(2);
    }

    private int degree(NodeType type, long key, Direction direction) {
        return graph.neighbours(liked, direction).at(graph.find(type, key)).size();
    }
}
