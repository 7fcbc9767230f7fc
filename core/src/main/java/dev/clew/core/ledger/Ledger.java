package dev.clew.core.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A score and the contributions it is the sum of, largest magnitude first.
 *
 * @param score equals the contributions' sum to 1e-6 of the sum of their magnitudes
 */
public record Ledger(double score, List<Contribution> contributions) {
    private static final double TOLERANCE = 1e-6;
    private static final Comparator<Contribution> LARGEST_FIRST =
            Comparator.comparingDouble((Contribution it) -> -Math.abs(it.value()));

    /**
     * @throws IllegalStateException if the contributions do not sum to the score: the recommender is wrong, and no reason is better than a
     *     wrong one
     */
    public Ledger {
        List<Contribution> sorted = new ArrayList<>(contributions);
        sorted.sort(LARGEST_FIRST);
        contributions = Collections.unmodifiableList(sorted);
        double sum = 0;
        double magnitude = 0;
        for (Contribution contribution : sorted) {
            sum += contribution.value();
            magnitude += Math.abs(contribution.value());
        }
        if (!(Math.abs(sum - score) <= TOLERANCE * Math.max(magnitude, Math.abs(score)))) {
            throw new IllegalStateException("Contributions sum to " + sum + ", the score is " + score);
        }
    }

    /** The sum of all contributions that cite the relationship. */
    public double valueCiting(long relationshipId) {
        return contributions.stream()
                .filter(it -> it.cites(relationshipId))
                .mapToDouble(Contribution::value)
                .sum();
    }

    /**
     * The same score in fewer lines: the largest paths stay, the others are folded into one {@link ActionContribution} for each action they
     * start from. Nothing is left out of the sum.
     *
     * @param mostPaths paths that stay, at least 0
     */
    public Ledger condensed(int mostPaths) {
        List<Contribution> kept = new ArrayList<>();
        Map<EvidencePath, ActionContribution> folded = new LinkedHashMap<>();
        int paths = 0;
        for (Contribution contribution : contributions) {
            if (contribution instanceof PathContribution path && ++paths > mostPaths) {
                EvidencePath action = firstStep(path.path());
                ActionContribution one = new ActionContribution(action, 1, path.value());
                folded.merge(action, one, Ledger::merged);
            } else {
                kept.add(contribution);
            }
        }
        kept.addAll(folded.values());
        return new Ledger(score, kept);
    }

    private static EvidencePath firstStep(EvidencePath path) {
        return new EvidencePath(path.nodes().subList(0, 2), path.steps().subList(0, 1));
    }

    private static ActionContribution merged(ActionContribution a, ActionContribution b) {
        return new ActionContribution(a.action(), a.ways() + b.ways(), a.value() + b.value());
    }
}
