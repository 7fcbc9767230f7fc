package dev.clew.benchmarks.deadline;

import java.util.ArrayList;
import java.util.List;

/**
 * One kind of call.
 *
 * @param recommender name
 */
record DeadlineCase(String recommender, Asker asker, Explain explain) {

    /** Every recommender for every asker with every explanation. */
    static List<DeadlineCase> all(List<String> recommenders, List<Explain> explanations) {
        var cases = new ArrayList<DeadlineCase>();
        for (String recommender : recommenders) {
            for (Asker asker : Asker.values()) {
                explanations.forEach(explain -> cases.add(new DeadlineCase(recommender, asker, explain)));
            }
        }
        return cases;
    }

    @Override
    public String toString() {
        return "%s for the %s, explain %s".formatted(recommender, asker.title(), explain.option());
    }
}
