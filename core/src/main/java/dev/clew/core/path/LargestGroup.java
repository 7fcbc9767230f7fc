package dev.clew.core.path;

import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of the groups of walks to one item, the one that adds most so far, and the sum of all. */
final class LargestGroup {
    private static final String OTHERS = "other walks";

    private @Nullable Contribution largest;
    private double total;

    void add(double value) {
        total += value;
    }

    boolean isBeatenBy(double value) {
        return value > 0 && (largest == null || value > largest.value());
    }

    void tell(Contribution contribution) {
        largest = contribution;
    }

    /** @param complete whether all walks that are in the score are in the sum */
    Ledger ledger(double score, boolean complete) {
        List<Contribution> contributions = new ArrayList<>();
        double told = 0;
        if (largest != null) {
            contributions.add(largest);
            told = largest.value();
        }
        contributions.add(new BaselineContribution(OTHERS, total - told));
        if (!complete) {
            contributions.add(new BaselineContribution(MetaPathRecommender.LEFT_OUT, score - total));
        }
        return new Ledger(score, contributions);
    }
}
