package dev.clew.core.vectors;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.EvidencePath;
import java.util.ArrayList;
import java.util.List;

/** Walks from items along all {@link AttributePath}s of a graph state. One thread. */
final class AttributeWalks {
    private final List<Hop> attributes = new ArrayList<>();
    private final List<Hop> links = new ArrayList<>();

    /** A relationship type walked in one direction. */
    private record Hop(RelationshipType type, Direction direction, Neighbours row) {
        Hop(RecommendationGraph graph, RelationshipType type, Direction direction) {
            this(type, direction, graph.neighbours(type, direction));
        }

        AttributePath path(int steps) {
            return new AttributePath(steps, type.name(), type.kind(), direction);
        }
    }

    /**
     * One walk.
     *
     * @param weight the product of its relationships' weights
     * @param nodes from the item on
     */
    record Walk(AttributePath path, double weight, List<Integer> nodes, List<EvidencePath.Step> steps) {
        int end() {
            return nodes.get(steps.size());
        }
    }

    AttributeWalks(RecommendationGraph graph) {
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.ATTRIBUTE)) {
            attributes.add(new Hop(graph, type, Direction.OUT));
        }
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.LINK)) {
            links.add(new Hop(graph, type, Direction.OUT));
            links.add(new Hop(graph, type, Direction.IN));
        }
    }

    /** All walks of one and two steps from an item. */
    List<Walk> from(int item) {
        List<Walk> walks = new ArrayList<>();
        for (Hop attribute : attributes) {
            walk(attribute, item, walks);
        }
        int ofAttributes = walks.size();
        for (Hop link : links) {
            walk(link, item, walks);
        }
        for (Walk first : List.copyOf(walks.subList(0, ofAttributes))) {
            walkOn(first, walks);
        }
        return walks;
    }

    private static void walk(Hop hop, int item, List<Walk> walks) {
        Neighbours row = hop.row().at(item);
        for (int i = 0; i < row.size(); i++) {
            walks.add(new Walk(hop.path(1), row.weight(i), List.of(item, row.node(i)), List.of(step(hop, i))));
        }
    }

    private void walkOn(Walk first, List<Walk> walks) {
        for (Hop link : links) {
            Neighbours row = link.row().at(first.end());
            for (int i = 0; link.direction() == Direction.OUT && i < row.size(); i++) {
                List<Integer> nodes = List.of(first.nodes().get(0), first.end(), row.node(i));
                List<EvidencePath.Step> steps = List.of(first.steps().get(0), step(link, i));
                walks.add(new Walk(link.path(2), first.weight() * row.weight(i), nodes, steps));
            }
        }
    }

    private static EvidencePath.Step step(Hop hop, int i) {
        return new EvidencePath.Step(hop.type().index(), hop.row().relationshipId(i));
    }
}
