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

/**
 * Tells a ledger in English. Each sentence says what its contribution's evidence says and no more: which template is used depends on the
 * roles of the relationships walked, the words on their declared kinds and names.
 */
public final class Explainer {
    private static final String AGAINST = ", which speaks against it";

    private final Wording wording;

    /** @param graph the one the ledgers' answer was computed on */
    public Explainer(RecommendationGraph graph, Names names) {
        this.wording = new Wording(graph, names);
    }

    /** The contribution in one sentence, for example "You rated Alien; Blade Runner has the same director, Ridley Scott." */
    public String sentence(Contribution contribution) {
        if (contribution instanceof PathContribution path) {
            return path(path.path(), path.value());
        }
        if (contribution instanceof PathGroupContribution group) {
            return ReasonGroup.of(group, wording).reason(group.example().lastNode()) + ".";
        }
        if (contribution instanceof ActionContribution action) {
            return action(action);
        }
        if (contribution instanceof AttributeContribution attribute) {
            return attribute(attribute);
        }
        if (contribution instanceof PopularityContribution popularity) {
            return wording.popular(popularity) + ".";
        }
        return Wording.capitalized(((BaselineContribution) contribution).name()) + ".";
    }

    /**
     * Why this item, in one line without a full stop, for example "37 people who rated Alien also rated Blade Runner".
     *
     * <p>Contributions that start from the same action's item along the same types of relationship, and for attributes through the same one,
     * are told together; told are those that add most.
     *
     * @param item the node the ledger is about
     */
    public String reason(Ledger ledger, int item) {
        return ReasonGroup.largest(ledger, wording)
                .map(group -> group.reason(item))
                .orElse("Nothing in particular speaks for it");
    }

    private String path(EvidencePath path, double value) {
        String end = value < 0 ? AGAINST + "." : ".";
        if (wording.shape(path) == PathShape.OTHER) {
            return other(path, value) + end;
        }
        return "You " + wording.ownVerb(path, value).with(wording.name(path, 1)) + "; " + evidence(path, value) + end;
    }

    private String evidence(EvidencePath path, double value) {
        String item = wording.name(path.lastNode());
        return switch (wording.shape(path)) {
            case SHARED_ATTRIBUTE ->
                item + " has the same " + wording.type(path, 1).kind() + ", " + wording.name(path, 2);
            case TWO_KINDS ->
                wording.name(path, 2) + " is its " + wording.type(path, 1).kind() + " and the "
                        + wording.type(path, 2).kind() + " of " + item;
            case CO_INTERACTION -> someoneElse(path, item, value < 0);
            case LINK -> wording.linked(path, "it", item);
            case OTHER -> throw new IllegalStateException("Told by other()");
        };
    }

    private String someoneElse(EvidencePath path, String item, boolean disliked) {
        String did = wording.verb(path, 1).with("it");
        String then = wording.verb(path, 2).with(item);
        // "Also" stands where somebody does the same: as the user, or, if the user disliked the item, once more.
        boolean sameAsUser =
                !disliked && path.typeIndexes().get(0).equals(path.typeIndexes().get(1));
        return "someone who " + (sameAsUser ? "also " : "") + did + (sameAsUser ? " " : " also ") + then;
    }

    private String other(EvidencePath path, double value) {
        if (!wording.startsWithAction(path)) {
            return "You" + wording.onwards(path, 1);
        }
        String item = wording.name(path, 1);
        return "You " + wording.ownVerb(path, value).with(item) + ": " + item + wording.onwards(path, 2);
    }

    private String action(ActionContribution action) {
        String ways = Wording.counted(action.ways(), "more way", "more ways");
        String from = " from " + wording.name(action.action(), 1) + ", which you "
                + wording.ownVerb(action.action(), action.value()).bare();
        String against = action.ways() == 1 ? ", speaks against it." : ", speak against it.";
        return ways + from + (action.value() < 0 ? against : ".");
    }

    private String attribute(AttributeContribution contribution) {
        EvidencePath action = contribution.action();
        String did = action == null
                ? "What you did "
                : "You " + wording.verb(action, 0).with(wording.name(action, 1)) + ", which ";
        String speaks = contribution.value() < 0 ? "speaks against " : "speaks for ";
        return did + speaks + wording.attribute(contribution.attribute()) + ".";
    }
}
