package dev.clew.gnn.interactions;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What items are: one row an item, one column for each node that an item leads to by one relationship type (the director Lynch is another column
 * than the actor Lynch), rare ones weighted up: {@code weight * ln(1 + items / items with the column)} ("idf").
 *
 * <p>Half of a row is one step away: attributes, and items linked either way. The other half is two steps away: what the attributes link to, such as
 * a category's parent. Each half has length 1, then the row has: an item with many attributes counts as much as one with few.
 *
 * <p>Source of the weight: Sparck Jones, A statistical interpretation of term specificity, Journal of Documentation 1972.
 */
public final class AttributeMatrix {
    private final Catalogue items;
    private final List<Neighbours> near = new ArrayList<>();
    private final List<Neighbours> attributes = new ArrayList<>();
    private final List<Neighbours> links = new ArrayList<>();

    private AttributeMatrix(RecommendationGraph graph, Catalogue items) {
        this.items = items;
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.ATTRIBUTE)) {
            near.add(graph.neighbours(type, Direction.OUT));
            attributes.add(graph.neighbours(type, Direction.OUT));
        }
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.LINK)) {
            near.add(graph.neighbours(type, Direction.OUT));
            near.add(graph.neighbours(type, Direction.IN));
            links.add(graph.neighbours(type, Direction.OUT));
        }
    }

    /**
     * @param items which row is which item
     * @return shape [items, columns that any item has], rows of length 1 or empty
     */
    public static SparseMatrix of(RecommendationGraph graph, Catalogue items) {
        AttributeMatrix attributes = new AttributeMatrix(graph, items);
        SparseMatrix oneStep = attributes.collect(attributes::visitNear);
        SparseMatrix twoSteps = attributes.collect(attributes::visitFar);
        return oneStep.transposed().above(twoSteps.transposed()).transposed().withUnitRows();
    }

    /** Whether items have any attribute or link at all. */
    public static boolean isEmpty(RecommendationGraph graph) {
        return graph.schema().relationshipTypes().stream()
                .filter(type -> type.role() != RelationshipRole.INTERACTION)
                .noneMatch(type -> graph.relationshipCount(type) > 0);
    }

    /** Told of everything that an item leads to. */
    @FunctionalInterface
    private interface Visitor {
        void visit(int kind, int node, double weight);
    }

    /** Tells a visitor of everything that an item leads to. */
    @FunctionalInterface
    private interface Walk {
        void from(int item, Visitor visitor);
    }

    private void visitNear(int item, Visitor visitor) {
        for (int kind = 0; kind < near.size(); kind++) {
            visitRow(near.get(kind).at(item), kind, 1, visitor);
        }
    }

    private void visitFar(int item, Visitor visitor) {
        for (Neighbours attribute : attributes) {
            attribute.at(item);
            for (int i = 0; i < attribute.size(); i++) {
                for (int kind = 0; kind < links.size(); kind++) {
                    visitRow(links.get(kind).at(attribute.node(i)), kind, attribute.weight(i), visitor);
                }
            }
        }
    }

    private static void visitRow(Neighbours row, int kind, double factor, Visitor visitor) {
        for (int i = 0; i < row.size(); i++) {
            visitor.visit(kind, row.node(i), factor * row.weight(i));
        }
    }

    private SparseMatrix collect(Walk walk) {
        Map<Long, Integer> columns = new HashMap<>();
        IntStream.range(0, items.size())
                .forEach(item -> walk.from(
                        items.node(item),
                        (kind, node, weight) -> columns.putIfAbsent(column(kind, node), columns.size())));
        SparseRows rows = new SparseRows(columns.size());
        for (int item = 0; item < items.size(); item++) {
            walk.from(
                    items.node(item),
                    (kind, node, weight) -> rows.add(columns.getOrDefault(column(kind, node), 0), weight));
            rows.endRow();
        }
        return weighted(rows.build()).withUnitRows();
    }

    private static long column(int kind, int node) {
        return ((long) kind << Integer.SIZE) + node;
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
}
