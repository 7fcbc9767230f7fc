package dev.clew.core.path;

import dev.clew.core.graph.RecommendationGraph;

/**
 * The rows of walks that are kept because computing them is dear.
 *
 * @param kept how many there are
 * @param dirty those that a commit has changed since they were last found to hold: each is computed anew when it is next asked for
 * @param oldestDirtyMillis time since the one of these that has not been asked for longest was last found to hold; 0 if there is none
 */
public record KeptRows(int kept, int dirty, long oldestDirtyMillis) {

    /** Those of a graph. Cost: O(rows * commits since they were last checked). */
    public static KeptRows of(RecommendationGraph graph) {
        return KernelRows.of(graph).status(graph);
    }
}
