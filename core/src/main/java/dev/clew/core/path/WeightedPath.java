package dev.clew.core.path;

import java.util.List;

/** A path and how much it counts. */
record WeightedPath(MetaPath path, double weight) {

    /** Those of the paths that count at all, in the same order. */
    static List<WeightedPath> of(List<MetaPath> paths, MetaPathParameters parameters) {
        return paths.stream()
                .map(path -> new WeightedPath(path, parameters.weightOf(path)))
                .filter(path -> path.weight() > 0)
                .toList();
    }
}
