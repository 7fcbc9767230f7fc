package dev.clew.core.vectors;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.AttributeContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.WorkMeter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger of an item whose vector comes from its attributes: the score is a sum over the user's actions and over the item's attributes. */
final class AttributeLedger {
    private final RecommendationGraph graph;
    private final ItemVectors known;
    private final AttributeEncoder encoder;
    private final InferredItems inferred;

    AttributeLedger(RecommendationGraph graph, ItemVectors known, AttributeEncoder encoder, InferredItems inferred) {
        this.graph = graph;
        this.known = known;
        this.encoder = encoder;
        this.inferred = inferred;
    }

    /**
     * The contributions of an item's attributes that add anything.
     *
     * @param byAction whether each attribute's share is told for each action, or for all actions together
     */
    List<Contribution> of(History history, int item, boolean byAction) {
        ItemAttributes attributes = encoder.space().on(graph).at(item);
        List<Contribution> contributions = new ArrayList<>();
        if (byAction) {
            for (Action action : history.signed()) {
                addAll(contributions, attributes, List.of(action), ActionLedger.path(history, action));
            }
        } else {
            addAll(contributions, attributes, history.signed(), null);
        }
        return contributions;
    }

    private void addAll(
            List<Contribution> contributions,
            ItemAttributes attributes,
            List<Action> actions,
            @Nullable EvidencePath path) {
        try (AttributeTaste taste = new AttributeTaste(encoder, inferred)) {
            taste.sum(graph, known, actions, new WorkMeter(Budget.UNLIMITED));
            for (int i = 0; i < attributes.size(); i++) {
                double value = attributes.value(i) * taste.liking(attributes.column(i));
                if (value != 0) {
                    contributions.add(new AttributeContribution(path, attributes.path(i), value));
                }
            }
        }
    }
}
