package dev.clew.core.explain;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.PopularityContribution;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The phrases that sentences and reasons are made of. */
final class Wording {
    private final RecommendationGraph graph;
    private final Names names;
    /** Asked for once: the items of an answer are often told the same action. */
    private final Map<Integer, String> known = new HashMap<>();

    Wording(RecommendationGraph graph, Names names) {
        this.graph = graph;
        this.names = names;
    }

    RelationshipType type(EvidencePath path, int step) {
        return graph.schema().relationshipTypes().get(path.steps().get(step).typeIndex());
    }

    PathShape shape(EvidencePath path) {
        return PathShape.of(path, graph.schema());
    }

    /** Another user is never named: what they did is nobody's business. */
    String name(EvidencePath path, int position) {
        return name(path.nodes().get(position));
    }

    String name(int node) {
        boolean user =
                node == RecommendationGraph.NO_NODE || graph.nodeType(node).role() == NodeRole.USER;
        return user ? "someone" : known.computeIfAbsent(node, names::of);
    }

    boolean startsWithAction(EvidencePath path) {
        return type(path, 0).role() == RelationshipRole.INTERACTION;
    }

    /** What the user did, where a walk that speaks for the item or against it begins. */
    Verb ownVerb(EvidencePath path, double value) {
        return value < 0 ? Verb.DISLIKED : verb(path, 0);
    }

    Verb verb(EvidencePath path, int step) {
        return Verb.of(type(path, step).name());
    }

    /** "Aliens is linked to Alien (sequel of)", in the direction in which the relationship runs. */
    String linked(EvidencePath path, String actionItem, String item) {
        String kind = " (" + type(path, 1).kind() + ")";
        boolean fromAction = runsForward(path, 1);
        return (fromAction ? actionItem : item) + " is linked to " + (fromAction ? item : actionItem) + kind;
    }

    private boolean runsForward(EvidencePath path, int step) {
        EvidencePath.Step link = path.steps().get(step);
        int to = path.nodes().get(step + 1);
        Neighbours row = graph.neighbours(type(path, step), Direction.OUT)
                .at(path.nodes().get(step));
        for (int i = row.lowerBound(to); i < row.size() && row.node(i) == to; i++) {
            if (row.relationshipId(i) == link.relationshipId()) {
                return true;
            }
        }
        return false;
    }

    /** " → Horror (genre) → Scream (genre)": the nodes from the position on, each with how it was reached. */
    String onwards(EvidencePath path, int position) {
        StringBuilder chain = new StringBuilder();
        for (int i = position; i < path.nodes().size(); i++) {
            chain.append(" → ").append(name(path, i));
            chain.append(" (").append(type(path, i - 1).kind()).append(')');
        }
        return chain.toString();
    }

    /** "its genre, Horror", "its genre, Horror → Fear (part of)" or "its link to Alien (sequel of)": what the path from an item leads to. */
    String attribute(EvidencePath path) {
        RelationshipType first = type(path, 0);
        String what = first.role() == RelationshipRole.ATTRIBUTE
                ? first.kind() + ", " + name(path, 1)
                : "link to " + name(path, 1) + " (" + first.kind() + ")";
        return "its " + what + onwards(path, 2);
    }

    /** "Popular: 1,204 people rated it", or "1,204 interactions" where they may be of several types. */
    String popular(PopularityContribution popularity) {
        long count = popularity.interactions();
        List<RelationshipType> types = graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .filter(type -> graph.relationshipCount(type) > 0)
                .toList();
        if (count == 0 || types.size() != 1) {
            return "Popular: " + counted(count, "interaction", "interactions");
        }
        return "Popular: " + counted(count, "person", "people") + " "
                + Verb.of(types.get(0).name()).with("it");
    }

    static String counted(long count, String one, String many) {
        return (count < 1000 ? count + " " : String.format(Locale.ROOT, "%,d ", count)) + (count == 1 ? one : many);
    }

    static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
