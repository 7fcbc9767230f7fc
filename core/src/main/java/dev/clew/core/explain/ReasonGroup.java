package dev.clew.core.explain;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.ActionContribution;
import dev.clew.core.ledger.AttributeContribution;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.ledger.PathGroupContribution;
import dev.clew.core.ledger.PopularityContribution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contributions that make one reason when told together. */
final class ReasonGroup {
    private static final int NONE = RecommendationGraph.NO_NODE;

    private final Wording wording;
    private final List<Contribution> members = new ArrayList<>();
    private double sum;

    private ReasonGroup(Wording wording) {
        this.wording = wording;
    }

    /**
     * What members have in common.
     *
     * @param walked the types of relationship from the action's item on
     * @param attribute the attribute that links the items, or none
     */
    private record Key(String kind, int actionItem, List<Integer> walked, int attribute) {}

    /** The group that adds most to the score, if any adds to it; the first of several that add the same. */
    static Optional<ReasonGroup> largest(Ledger ledger, Wording wording) {
        List<Contribution> told = new ArrayList<>();
        for (Contribution contribution : ledger.contributions()) {
            if (!(contribution instanceof BaselineContribution)) {
                told.add(contribution);
            }
        }
        ReasonGroup largest = new ReasonGroup(wording);
        for (ReasonGroup group : groups(told, wording)) {
            largest = group.sum > largest.sum ? group : largest;
        }
        return largest.members.isEmpty() ? Optional.empty() : Optional.of(largest);
    }

    private static Collection<ReasonGroup> groups(List<Contribution> told, Wording wording) {
        if (told.size() == 1) {
            return List.of(of(told.get(0), wording));
        }
        Map<Key, ReasonGroup> groups = new LinkedHashMap<>();
        for (Contribution contribution : told) {
            groups.computeIfAbsent(key(contribution, wording), it -> new ReasonGroup(wording))
                    .add(contribution);
        }
        return groups.values();
    }

    private static Key key(Contribution contribution, Wording wording) {
        if (contribution instanceof PathContribution path) {
            return key(path.path(), wording);
        }
        if (contribution instanceof PathGroupContribution group) {
            return key(group.example(), wording);
        }
        if (contribution instanceof AttributeContribution attribute) {
            EvidencePath path = attribute.attribute();
            return new Key(contribution.kind(), NONE, path.typeIndexes(), path.lastNode());
        }
        int actionItem = contribution instanceof ActionContribution action
                ? action.action().lastNode()
                : NONE;
        return new Key(contribution.kind(), actionItem, List.of(), NONE);
    }

    private static Key key(EvidencePath path, Wording wording) {
        PathShape shape = wording.shape(path);
        boolean byAttribute = shape == PathShape.SHARED_ATTRIBUTE || shape == PathShape.TWO_KINDS;
        List<Integer> types = path.typeIndexes();
        return new Key(
                shape.name(),
                path.nodes().get(1),
                types.subList(1, types.size()),
                byAttribute ? path.nodes().get(2) : NONE);
    }

    /** The group that says what this one contribution says. */
    static ReasonGroup of(Contribution contribution, Wording wording) {
        ReasonGroup group = new ReasonGroup(wording);
        group.add(contribution);
        return group;
    }

    private void add(Contribution contribution) {
        members.add(contribution);
        sum += contribution.value();
    }

    String reason(int item) {
        Contribution first = members.get(0);
        if (first instanceof PathContribution path) {
            return reason(path.path(), item);
        }
        if (first instanceof PathGroupContribution group) {
            return reason(group.example(), item);
        }
        if (first instanceof AttributeContribution attribute) {
            return Wording.capitalized(wording.attribute(attribute.attribute())) + ", goes with what you did";
        }
        return first instanceof PopularityContribution popularity
                ? wording.popular(popularity)
                : ways(((ActionContribution) first).action());
    }

    private String reason(EvidencePath path, int item) {
        return switch (wording.shape(path)) {
            case SHARED_ATTRIBUTE ->
                "It has the same " + wording.type(path, 1).kind() + " as " + wording.name(path, 1) + ", "
                        + wording.name(path, 2);
            case TWO_KINDS ->
                wording.name(path, 2) + " is the " + wording.type(path, 1).kind() + " of " + wording.name(path, 1)
                        + " and its " + wording.type(path, 2).kind();
            case CO_INTERACTION -> people(path, item);
            case LINK -> Wording.capitalized(wording.linked(path, wording.name(path, 1), "it"));
            case OTHER -> ways(path);
        };
    }

    private String people(EvidencePath path, int item) {
        long count = members.get(0) instanceof PathGroupContribution group
                ? group.people()
                : members.stream().mapToInt(ReasonGroup::otherUser).distinct().count();
        String people = count == 1 ? "Someone" : Wording.counted(count, "person", "people");
        return people + " who " + wording.verb(path, 1).with(wording.name(path, 1)) + " also "
                + wording.verb(path, 2).with(wording.name(item));
    }

    private static int otherUser(Contribution member) {
        return ((PathContribution) member).path().nodes().get(2);
    }

    private String ways(EvidencePath path) {
        long count = members.stream().mapToLong(ReasonGroup::ways).sum();
        String ways = count == 1 ? "One way leads" : Wording.counted(count, "way", "ways") + " lead";
        if (!wording.startsWithAction(path)) {
            return ways + " to it from you";
        }
        return ways + " to it from " + wording.name(path, 1) + ", which you "
                + wording.verb(path, 0).bare();
    }

    private static long ways(Contribution member) {
        if (member instanceof PathGroupContribution group) {
            return group.people();
        }
        return member instanceof ActionContribution action ? action.ways() : 1;
    }
}
