package dev.clew.gnn.interactions;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.core.vectors.ItemAttributes;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;

/** What items are, as a matrix: their rows in an {@link AttributeSpace}, the same that serving computes. */
public final class AttributeMatrix {
    private AttributeMatrix() {}

    /**
     * @param items node numbers: which row is which item
     * @return shape [items, columns of the space], rows of length 1 or empty
     */
    public static SparseMatrix of(RecommendationGraph graph, int[] items, AttributeSpace space) {
        ItemAttributes attributes = space.on(graph);
        SparseRows rows = new SparseRows(space.size());
        for (int item : items) {
            attributes.at(item);
            for (int i = 0; i < attributes.size(); i++) {
                rows.add(attributes.column(i), attributes.value(i));
            }
            rows.endRow();
        }
        return rows.build();
    }

    /** Whether items have any attribute or link at all. */
    public static boolean isEmpty(RecommendationGraph graph) {
        return graph.schema().relationshipTypes().stream()
                .filter(type -> type.role() != RelationshipRole.INTERACTION)
                .noneMatch(type -> graph.relationshipCount(type) > 0);
    }
}
