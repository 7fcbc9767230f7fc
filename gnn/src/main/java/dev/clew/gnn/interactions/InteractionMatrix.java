package dev.clew.gnn.interactions;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import java.util.List;
import java.util.Map;

/**
 * What users liked: one row a user, one column an item, the sum of the weights of all positive interactions of the pair.
 *
 * @param items which column is which item
 * @param matrix shape [users, items]
 */
public record InteractionMatrix(Catalogue items, SparseMatrix matrix) {

    /**
     * @param typeWeights what the weights of each interaction type are multiplied by, by its name; 1 where not given, 0 leaves the type out
     */
    public static InteractionMatrix of(RecommendationGraph graph, Map<String, Double> typeWeights) {
        Catalogue items = Catalogue.of(graph, NodeRole.ITEM);
        Catalogue users = Catalogue.of(graph, NodeRole.USER);
        List<RelationshipType> types = graph.schema().relationshipTypes(RelationshipRole.INTERACTION);
        List<Neighbours> rows = types.stream()
                .map(type -> graph.neighbours(type, Direction.OUT))
                .toList();
        SparseRows collected = new SparseRows(items.size());
        for (int user = 0; user < users.size(); user++) {
            for (int type = 0; type < rows.size(); type++) {
                double weight = typeWeights.getOrDefault(types.get(type).name(), 1.0);
                addRow(rows.get(type).at(users.node(user)), weight, items, collected);
            }
            collected.endRow();
        }
        return new InteractionMatrix(items, collected.build());
    }

    private static void addRow(Neighbours row, double typeWeight, Catalogue items, SparseRows collected) {
        for (int i = 0; i < row.size(); i++) {
            int item = items.column(row.node(i));
            if (item != Catalogue.UNKNOWN) {
                collected.add(item, typeWeight * row.weight(i));
            }
        }
    }

    /** How many interactions of the graph there are at most: what sizes an estimate. */
    public static long count(RecommendationGraph graph) {
        return graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .mapToLong(graph::relationshipCount)
                .sum();
    }
}
