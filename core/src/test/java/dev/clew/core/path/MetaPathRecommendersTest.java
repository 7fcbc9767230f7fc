package dev.clew.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetaPathRecommendersTest {
    private final GraphSnapshot graph = GraphFixture.parse(
                    GraphFixture.schema(List.of("LIKES"), List.of(), List.of()), "u-LIKES->a, v-LIKES->a, v-LIKES->b")
            .build();

    @Test
    void areMadeOnceForAGraphAndWhatCommitsMakeOfIt() {
        GraphSnapshot later = graph.apply(List.of(new GraphChange.NodeRemoved(graph.entityId(0))));
        assertThat(of(later, "walk-kernel", 0.5)).isSameAs(of(graph, "walk-kernel", 0.5));
    }

    @Test
    void areNotSharedBetweenNamesParametersOrGraphs() {
        MetaPathRecommender known = of(graph, "walk-kernel", 0.5);
        assertThat(of(graph, "meta-path", 0.5)).isNotSameAs(known);
        assertThat(of(graph, "walk-kernel", 0.4)).isNotSameAs(known);
        assertThat(of(graph.keepingInteractions((user, item) -> true), "walk-kernel", 0.5))
                .isNotSameAs(known);
    }

    private static MetaPathRecommender of(GraphSnapshot graph, String name, double historyExponent) {
        return MetaPathRecommenders.of(
                graph, name, MetaPath::of, new MetaPathParameters(historyExponent, 0.5, 0.3, Map.of(), Map.of()));
    }
}
