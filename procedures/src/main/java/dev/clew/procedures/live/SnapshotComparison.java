package dev.clew.procedures.live;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What two states of one graph disagree on, told by store ids: node numbers may differ. Cost: O(nodes * types + relationships). */
final class SnapshotComparison {
    private final GraphSnapshot served;
    private final GraphSnapshot stored;
    private final int most;
    private final List<String> differences = new ArrayList<>();

    private SnapshotComparison(GraphSnapshot served, GraphSnapshot stored, int most) {
        this.served = served;
        this.stored = stored;
        this.most = most;
    }

    /** The first differences in words, at most so many; none if the states are the same. */
    static List<String> of(GraphSnapshot served, GraphSnapshot stored, int most) {
        SnapshotComparison comparison = new SnapshotComparison(served, stored, most);
        comparison.compareNodes();
        comparison.compareCounts();
        return comparison.differences;
    }

    private void compareNodes() {
        for (int node = 0; node < stored.nodeCount() && differences.size() < most; node++) {
            if (stored.contains(node)) {
                compareNode(node, served.findEntity(stored.entityId(node)));
            }
        }
        for (int node = 0; node < served.nodeCount() && differences.size() < most; node++) {
            if (served.contains(node) && stored.findEntity(served.entityId(node)) == RecommendationGraph.NO_NODE) {
                differ(name(served, node) + " is served but not stored");
            }
        }
    }

    private void compareNode(int node, int same) {
        String name = name(stored, node);
        if (same == RecommendationGraph.NO_NODE) {
            differ(name + " is stored but not served");
        } else if (!name(served, same).equals(name)) {
            differ(name + " is served as " + name(served, same));
        } else if (served.find(served.nodeType(same), served.key(same)) == RecommendationGraph.NO_NODE) {
            differ(name + " is not found by its key");
        } else {
            compareRows(node, same, name);
        }
    }

    private void compareRows(int node, int same, String name) {
        for (RelationshipType type : stored.schema().relationshipTypes()) {
            for (Direction direction : Direction.values()) {
                Set<String> there =
                        edges(stored, stored.neighbours(type, direction).at(node));
                Set<String> here =
                        edges(served, served.neighbours(type, direction).at(same));
                compare(there, here, name + " " + type.name() + " " + direction);
            }
            Set<String> there = edges(stored, stored.marks(type).at(node));
            Set<String> here = edges(served, served.marks(type).at(same));
            compare(there, here, name + " " + type.name() + " marks");
        }
    }

    private void compare(Set<String> there, Set<String> here, String what) {
        if (!there.equals(here)) {
            Set<String> missing = new HashSet<>(there);
            missing.removeAll(here);
            Set<String> surplus = new HashSet<>(here);
            surplus.removeAll(there);
            differ(what + ": missing " + missing + ", too many " + surplus);
        }
    }

    private static Set<String> edges(GraphSnapshot graph, Neighbours row) {
        Set<String> edges = new HashSet<>();
        for (int i = 0; i < row.size(); i++) {
            if (graph.contains(row.node(i))) {
                edges.add(row.relationshipId(i) + " to " + name(graph, row.node(i)) + " weight " + row.weight(i)
                        + " time " + row.timeMillis(i));
            }
        }
        return edges;
    }

    private void compareCounts() {
        for (RelationshipType type : stored.schema().relationshipTypes()) {
            if (stored.relationshipCount(type) != served.relationshipCount(type)) {
                differ(type.name() + " counts " + served.relationshipCount(type) + ", stored are "
                        + stored.relationshipCount(type));
            }
        }
    }

    private void differ(String what) {
        if (differences.size() < most) {
            differences.add(what);
        }
    }

    private static String name(GraphSnapshot graph, int node) {
        return graph.nodeType(node).label() + " " + graph.key(node) + " (id " + graph.entityId(node) + ")";
    }
}
