package dev.clew.gnn.interactions;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What items are: one row an item, one column for each neighbour by each relationship type (the director Lynch is another column than the actor
 * Lynch), rare ones weighted up: {@code weight * ln(1 + items / items with the column)} ("idf"). Links between items are columns too, in both
 * directions.
 *
 * <p>Source of the weight: Sparck Jones, A statistical interpretation of term specificity, Journal of Documentation 1972.
 */
public final class AttributeMatrix {
    private AttributeMatrix() {}

    /**
     * @param items which row is which item
     * @return shape [items, columns that any item has]
     */
    public static SparseMatrix of(RecommendationGraph graph, Catalogue items) {
        List<Neighbours> kinds = kinds(graph);
        int[][] columns = columns(graph, items, kinds);
        int count = Arrays.stream(columns[kinds.size()]).sum();
        SparseRows rows = new SparseRows(count);
        for (int item = 0; item < items.size(); item++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                Neighbours row = kinds.get(kind).at(items.node(item));
                for (int i = 0; i < row.size(); i++) {
                    rows.add(columns[kind][row.node(i)], row.weight(i));
                }
            }
            rows.endRow();
        }
        return weighted(rows.build());
    }

    /** The rows that lead from an item to what it has: each attribute type, and the links of items either way. */
    private static List<Neighbours> kinds(RecommendationGraph graph) {
        Stream<Neighbours> attributes = graph.schema().relationshipTypes(RelationshipRole.ATTRIBUTE).stream()
                .map(type -> graph.neighbours(type, Direction.OUT));
        Stream<Neighbours> links = graph.schema().relationshipTypes(RelationshipRole.LINK).stream()
                .flatMap((RelationshipType type) ->
                        Stream.of(graph.neighbours(type, Direction.OUT), graph.neighbours(type, Direction.IN)));
        return Stream.concat(attributes, links).toList();
    }

    /** For each kind the column of each node, numbered as they are met; in one more array, how many columns there are. */
    private static int[][] columns(RecommendationGraph graph, Catalogue items, List<Neighbours> kinds) {
        int[][] columns = new int[kinds.size() + 1][];
        int next = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            columns[kind] = new int[graph.nodeCount()];
            Arrays.fill(columns[kind], Catalogue.UNKNOWN);
            for (int item = 0; item < items.size(); item++) {
                Neighbours row = kinds.get(kind).at(items.node(item));
                for (int i = 0; i < row.size(); i++) {
                    if (columns[kind][row.node(i)] == Catalogue.UNKNOWN) {
                        columns[kind][row.node(i)] = next++;
                    }
                }
            }
        }
        columns[kinds.size()] = new int[] {next};
        return columns;
    }

    private static SparseMatrix weighted(SparseMatrix counts) {
        double[] idf = new double[counts.columns()];
        for (int entry = 0; entry < counts.entries(); entry++) {
            idf[counts.column(entry)]++;
        }
        for (int column = 0; column < idf.length; column++) {
            idf[column] = Math.log(1 + counts.rows() / idf[column]);
        }
        double[] ones = new double[counts.rows()];
        Arrays.fill(ones, 1);
        return counts.scaled(ones, idf);
    }

    /** Whether items have any attribute or link at all. */
    public static boolean isEmpty(RecommendationGraph graph) {
        return graph.schema().relationshipTypes().stream()
                .filter(type -> type.role() != RelationshipRole.INTERACTION)
                .noneMatch(type -> graph.relationshipCount(type) > 0);
    }

    /** The number of nodes of a role, for estimates. */
    public static int count(RecommendationGraph graph, NodeRole role) {
        return Catalogue.of(graph, role).size();
    }
}
