package dev.clew.core.recommend;

import java.util.List;

/**
 * What a recommender answers.
 *
 * @param recommender name of the one that answered, which may be a fallback
 * @param snapshotVersion of the graph it was computed on
 * @param workDone batches of work, for asking for the same answer again; see {@link Budget}
 * @param items best first; ties in the order of their declared keys
 */
public record Answer(
        String recommender, long snapshotVersion, StoppedBy stoppedBy, long workDone, List<Recommendation> items) {
    public Answer {
        items = List.copyOf(items);
    }
}
