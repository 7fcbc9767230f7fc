package dev.clew.core.similarity;

import dev.clew.core.graph.Step;
import java.util.List;

/**
 * An index and what it looks at.
 *
 * @param layers the ways from a node to what it is compared by, one list a step: a walk takes any step of the first list, then any of the
 *     second and so on. One list says what a neighbour is; only {@link SimilarityIndex#PATH_SIM} takes more, and they are the first half of its
 *     symmetric path
 * @param weighted whether the weights of relationships count, or only that they are there
 */
public record SimilarityMeasure(SimilarityIndex index, List<List<Step>> layers, boolean weighted) {

    public SimilarityMeasure {
        layers = layers.stream().map(List::copyOf).toList();
        if (layers.isEmpty() || layers.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("types must name at least one relationship type.");
        }
        if (layers.size() > 1 && index != SimilarityIndex.PATH_SIM) {
            throw new IllegalArgumentException("path must not be given for " + index.optionName()
                    + ": it compares direct neighbours. Use pathSim, or name relationship types in 'types'.");
        }
        if (weighted && !index.canBeWeighted()) {
            throw new IllegalArgumentException("weighted (true) must be false for " + index.optionName()
                    + ": it counts neighbours. Use jaccard, overlap, cosine or pathSim.");
        }
    }

    /** An index over direct neighbours. */
    public static SimilarityMeasure of(SimilarityIndex index, List<Step> neighbours, boolean weighted) {
        return new SimilarityMeasure(index, List.of(neighbours), weighted);
    }

    /**
     * PathSim along a path, which must read the same from both ends.
     *
     * @param path an even number of steps, each the alternatives it may take
     * @throws IllegalArgumentException if it is not symmetric
     */
    public static SimilarityMeasure pathSim(List<List<Step>> path, boolean weighted) {
        boolean symmetric = !path.isEmpty() && path.size() % 2 == 0;
        for (int i = 0; i < path.size() / 2 && symmetric; i++) {
            List<Step> back =
                    path.get(path.size() - 1 - i).stream().map(Step::reverse).toList();
            symmetric = back.containsAll(path.get(i)) && path.get(i).containsAll(back);
        }
        if (!symmetric) {
            throw new IllegalArgumentException(
                    "path must be symmetric: its second half must be its first half walked back, as in"
                            + " ['<DIRECTED', 'DIRECTED>'].");
        }
        return new SimilarityMeasure(SimilarityIndex.PATH_SIM, path.subList(0, path.size() / 2), weighted);
    }
}
