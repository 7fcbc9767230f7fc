package dev.clew.core.path;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.PathType;
import dev.clew.core.graph.Step;
import java.util.List;

/**
 * A kind of walk: the relationship types, each with its direction, that lead from an item of the user's history, or from the user, to a recommended
 * item.
 *
 * @param name what {@link MetaPathParameters#pathWeights} calls it; paths may share a name and then share the weight
 * @param start {@link NodeRole#ITEM} for the items of the history, {@link NodeRole#USER} for the asking user
 * @param steps at least one
 */
public record MetaPath(String name, NodeRole start, List<Step> steps) {

    public MetaPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps of path " + name + " must not be empty.");
        }
    }

    /** From the items of the history. */
    public MetaPath(String name, List<Step> steps) {
        this(name, NodeRole.ITEM, steps);
    }

    /** The paths of a schema: {@linkplain PathType#defaults those there are anyway}, then the declared ones. */
    public static List<MetaPath> of(GraphSchema schema) {
        return schema.paths().stream().map(MetaPath::of).toList();
    }

    private static MetaPath of(PathType type) {
        return new MetaPath(type.name(), type.start(), type.steps());
    }

    boolean startsAtUser() {
        return start == NodeRole.USER;
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }
}
