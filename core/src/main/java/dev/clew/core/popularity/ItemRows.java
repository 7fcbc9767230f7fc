package dev.clew.core.popularity;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import java.util.List;

/** Who acted on an item, whatever they did. Not for sharing between threads. */
final class ItemRows {
    private final List<Neighbours> rows;

    ItemRows(RecommendationGraph graph) {
        rows = graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .map(type -> graph.neighbours(type, Direction.IN))
                .toList();
    }

    /** Looks at an interaction. */
    @FunctionalInterface
    interface Visitor {
        void visit(float weight, long timeMillis);
    }

    void forEach(int item, Visitor visitor) {
        for (Neighbours row : rows) {
            row.at(item);
            for (int i = 0; i < row.size(); i++) {
                visitor.visit(row.weight(i), row.timeMillis(i));
            }
        }
    }
}
