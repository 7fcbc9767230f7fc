package dev.clew.core.path;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RelationshipType;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of walk: the relationship types, each with its direction, that lead from an item of the user's history to a recommended item.
 *
 * @param name what {@link MetaPathParameters#pathWeights} calls it; paths may share a name and then share the weight
 * @param steps at least one
 */
public record MetaPath(String name, List<Step> steps) {

    /** One relationship type walked in one direction, relative to its role's own; see {@link dev.clew.core.graph.RelationshipRole}. */
    public record Step(RelationshipType type, Direction direction) {}

    public MetaPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps of path " + name + " must not be empty.");
        }
    }

    /**
     * The paths a schema suggests, in the order of its relationship types:
     *
     * <ul>
     *   <li>for each interaction, {@code RATED}: to everybody who did it to the item, and on to what else they did it to;
     *   <li>for each attribute, {@code IN_GENRE}: to what the item has, and on to the items that have it too;
     *   <li>for each link, {@code SEQUEL_OF>} along it and {@code <SEQUEL_OF} against it. The schema does not say what a link joins: where
     *       that is not two items, these two lead to no item and cost nothing.
     * </ul>
     *
     * Two declared entries of the same store type make two paths of the same name.
     */
    public static List<MetaPath> of(GraphSchema schema) {
        return schema.relationshipTypes().stream().flatMap(MetaPath::of).toList();
    }

    private static Stream<MetaPath> of(RelationshipType type) {
        Step out = new Step(type, Direction.OUT);
        Step in = new Step(type, Direction.IN);
        return switch (type.role()) {
            case INTERACTION -> Stream.of(new MetaPath(type.name(), List.of(in, out)));
            case ATTRIBUTE -> Stream.of(new MetaPath(type.name(), List.of(out, in)));
            case LINK ->
                Stream.of(new MetaPath(type.name() + ">", List.of(out)), new MetaPath("<" + type.name(), List.of(in)));
        };
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }
}
