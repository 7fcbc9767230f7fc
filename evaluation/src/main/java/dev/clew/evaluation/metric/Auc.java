package dev.clew.evaluation.metric;

/**
 * The chance that a relevant item stands before one that is not, both drawn at random from what may be recommended; those that the
 * recommender does not list share the end of the ranking, and count a half against each other.
 *
 * <pre>{@code
 * AUC = 1 / (R * I) * sum over relevant items: irrelevant items behind it + irrelevant items tied with it / 2
 * }</pre>
 *
 * <p>Source: Rendle et al., BPR: Bayesian personalized ranking from implicit feedback, UAI 2009; ties as in Hanley and McNeil, Radiology
 * 1982. Needs the whole ranking, not its first K.
 *
 * @param candidateCount how many items may be recommended to each user, what they acted on left out
 */
public record Auc(int candidateCount) implements UserMetric {

    @Override
    public String name() {
        return "AUC";
    }

    /** NaN where every candidate is relevant. */
    @Override
    public double of(JudgedList list) {
        int relevant = list.relevantCount();
        int irrelevant = candidateCount - relevant;
        double pairs = (double) relevant * irrelevant;
        if (irrelevant <= 0) {
            return Double.NaN;
        }
        long won = 0;
        int hits = 0;
        for (int i = 0; i < list.size(); i++) {
            if (list.isHit(i)) {
                won += irrelevant - (i - hits);
                hits++;
            }
        }
        int unlistedIrrelevant = irrelevant - (list.size() - hits);
        return (won + 0.5 * (relevant - hits) * unlistedIrrelevant) / pairs;
    }
}
