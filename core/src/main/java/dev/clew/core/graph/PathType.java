package dev.clew.core.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of walk that ends at an item. Several may share a name: the ways one declared path can be walked.
 *
 * @param name what its weight is called by
 * @param start {@link NodeRole#ITEM}: it leaves from the items of the user's history; {@link NodeRole#USER}: from the asking user
 * @param steps at least one
 */
public record PathType(String name, NodeRole start, List<Step> steps) {

    public PathType {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps of path " + name + " must not be empty.");
        }
        if (start == NodeRole.ATTRIBUTE) {
            throw new IllegalArgumentException("path " + name + " must start at an item or the user.");
        }
    }

    /**
     * The paths there are without declaring any, in the order of the relationship types:
     *
     * <ul>
     *   <li>for each interaction, {@code RATED}: to everybody who did it to the item, and on to what else they did it to;
     *   <li>for each attribute, {@code IN_GENRE}: to what the item has, and on to the items that have it too;
     *   <li>for each link, {@code SEQUEL_OF>} along it and {@code <SEQUEL_OF} against it. A relationship type does not say what a link joins:
     *       where that is not two items, these two lead to no item and cost nothing.
     * </ul>
     *
     * Two declared entries of the same store type make two paths of the same name.
     */
    public static List<PathType> defaults(List<RelationshipType> types) {
        return types.stream().flatMap(PathType::defaults).toList();
    }

    private static Stream<PathType> defaults(RelationshipType type) {
        Step out = new Step(type, Direction.OUT);
        Step in = new Step(type, Direction.IN);
        return switch (type.role()) {
            case INTERACTION -> Stream.of(fromItem(type.name(), in, out));
            case ATTRIBUTE -> Stream.of(fromItem(type.name(), out, in));
            case LINK -> Stream.of(fromItem(type.name() + ">", out), fromItem("<" + type.name(), in));
        };
    }

    private static PathType fromItem(String name, Step... steps) {
        return new PathType(name, NodeRole.ITEM, List.of(steps));
    }
}
