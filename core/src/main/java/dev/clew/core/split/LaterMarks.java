package dev.clew.core.split;

import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.List;

/** Removes marks that were not made yet at a moment. */
final class LaterMarks {
    private LaterMarks() {}

    /** The graph without the marks made after the moment; marks without a time stay. */
    static GraphSnapshot without(GraphSnapshot graph, long moment) {
        List<GraphChange> removals = new ArrayList<>();
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.INTERACTION)) {
            Neighbours row = graph.marks(type);
            for (int user = 0; user < graph.nodeCount(); user++) {
                row.at(user);
                for (int i = 0; i < row.size(); i++) {
                    if (row.timeMillis(i) > moment) {
                        removals.add(removal(graph, type, user, row, i));
                    }
                }
            }
        }
        return graph.apply(removals);
    }

    private static GraphChange removal(GraphSnapshot graph, RelationshipType type, int user, Neighbours row, int i) {
        return new GraphChange.RelationshipRemoved(
                type.index(), row.relationshipId(i), graph.entityId(user), graph.entityId(row.node(i)));
    }
}
