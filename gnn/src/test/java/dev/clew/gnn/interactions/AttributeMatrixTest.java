package dev.clew.gnn.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.gnn.TestGraph;
import dev.clew.gnn.matrix.SparseMatrix;
import org.junit.jupiter.api.Test;

class AttributeMatrixTest {
    @Test
    void weighsARareAttributeMoreThanACommonOne() {
        SparseMatrix matrix = of(new TestGraph(1, 3, 2).genre(0, 0).genre(0, 1).genre(1, 0));

        // Item 0: ln(1 + 3/2) for genre 0, which two of three items have, and ln(1 + 3/1) for genre 1, made a row of
        // length 1.
        double common = Math.log(2.5);
        double rare = Math.log(4);
        double length = Math.hypot(common, rare);
        assertThat((double) matrix.value(matrix.start(0))).isCloseTo(common / length, within(1e-6));
        assertThat((double) matrix.value(matrix.start(0) + 1)).isCloseTo(rare / length, within(1e-6));
        assertThat(matrix.value(matrix.start(1))).isEqualTo(1);
        assertThat(matrix.end(2) - matrix.start(2)).as("item 2 is nothing").isZero();
    }

    @Test
    void givesHalfOfARowToWhatTheAttributesLinkTo() {
        SparseMatrix matrix =
                of(new TestGraph(1, 2, 3).genre(0, 0).genre(1, 1).part(0, 2).part(1, 2));

        // Items of different genres that are part of the same: 1/sqrt 2 each for the genre and for what it is part of.
        assertThat(matrix.columns()).isEqualTo(3);
        for (int entry = 0; entry < matrix.entries(); entry++) {
            assertThat((double) matrix.value(entry)).isCloseTo(Math.sqrt(0.5), within(1e-6));
        }
        assertThat(matrix.column(matrix.start(0) + 1)).isEqualTo(matrix.column(matrix.start(1) + 1));
    }

    @Test
    void knowsWhetherThereIsAnything() {
        assertThat(AttributeMatrix.isEmpty(new TestGraph(1, 1, 1).like(0, 0, 1).build()))
                .isTrue();
        assertThat(AttributeMatrix.isEmpty(new TestGraph(1, 1, 1).genre(0, 0).build()))
                .isFalse();
    }

    private static SparseMatrix of(TestGraph drawn) {
        GraphSnapshot graph = drawn.build();
        int[] items = Catalogue.of(graph, NodeRole.ITEM).nodes();
        return AttributeMatrix.of(graph, items, AttributeSpace.of(graph, items));
    }
}
