package dev.clew.core.declaration;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.PathType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.graph.Step;
import dev.clew.core.settings.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads steps as Cypher users write them and finds the walks they can mean. */
final class StepReader {
    private static final int MOST_WAYS = 64;

    private final Declaration declaration;
    private final List<RelationshipType> types;

    /** What a walk stands on between two steps; null: any label of the role. */
    private record Place(NodeRole role, @Nullable String label) {
        boolean fits(Place other) {
            return role == other.role && (label == null || other.label == null || label.equals(other.label));
        }

        @Override
        public String toString() {
            return label == null ? role.name().toLowerCase(java.util.Locale.ROOT) : label;
        }
    }

    /** Steps walked so far and where they led. */
    private record Way(List<Step> steps, Place at) {
        Way and(Step step, Place next) {
            return new Way(Stream.concat(steps.stream(), Stream.of(step)).toList(), next);
        }
    }

    StepReader(Declaration declaration, List<RelationshipType> types) {
        this.declaration = declaration;
        this.types = types;
    }

    /**
     * What a step can mean: each declared relationship of that type, along its stored direction for {@code TYPE>}, against it for {@code <TYPE}, both for
     * {@code TYPE}.
     *
     * @throws IllegalArgumentException if no such type is declared
     */
    List<Step> steps(String text) {
        boolean against = text.startsWith("<");
        boolean along = text.endsWith(">");
        String name = text.substring(against ? 1 : 0, along ? text.length() - 1 : text.length());
        if (against && along) {
            throw new IllegalArgumentException(
                    "step (" + text + ") must have one arrow, or none for either direction.");
        }
        List<RelationshipType> named =
                types.stream().filter(type -> type.name().equals(name)).toList();
        if (named.isEmpty()) {
            TreeSet<String> known = new TreeSet<>();
            types.forEach(type -> known.add(type.name()));
            throw new IllegalArgumentException(
                    "step (" + text + ") must be a declared relationship type. " + Suggestion.didYouMean(name, known));
        }
        List<Step> steps = new ArrayList<>();
        for (RelationshipType type : named) {
            if (!against) {
                steps.add(new Step(type, stored(type, Direction.OUT)));
            }
            if (!along) {
                steps.add(new Step(type, stored(type, Direction.IN)));
            }
        }
        return steps;
    }

    /** A direction of the store as one of the graph, where attributes always come after their items. */
    private Direction stored(RelationshipType type, Direction direction) {
        boolean turned = type.role() == RelationshipRole.ATTRIBUTE
                && !declaration.attribute(type).outgoing();
        return turned ? direction.reverse() : direction;
    }

    /**
     * The ways to walk a declared path.
     *
     * @throws IllegalArgumentException if it does not lead from an item, or from the user, to an item
     */
    List<PathType> ways(PathDeclaration path) {
        List<PathType> found = new ArrayList<>();
        for (NodeRole start : List.of(NodeRole.ITEM, NodeRole.USER)) {
            walk(path, start).stream()
                    .filter(way -> way.at().role() == NodeRole.ITEM)
                    .forEach(way -> found.add(new PathType(path.name(), start, way.steps())));
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(whyNot(path));
        }
        return found;
    }

    /** Every way as far as the steps go; none if they do not go on somewhere. */
    private List<Way> walk(PathDeclaration path, NodeRole start) {
        List<Way> ways = List.of(new Way(List.of(), new Place(start, null)));
        for (String text : path.steps()) {
            ways = ways.stream().flatMap(way -> continued(way, text)).toList();
            if (ways.size() > MOST_WAYS) {
                throw new IllegalArgumentException("steps (" + String.join(", ", path.steps())
                        + ") can be walked in more than " + MOST_WAYS + " ways. Say the directions.");
            }
        }
        return ways;
    }

    private Stream<Way> continued(Way way, String text) {
        return steps(text).stream()
                .filter(step -> from(step).fits(way.at()) && !isOwnAction(way, step))
                .map(step -> way.and(step, to(step)));
    }

    /** The history says better what the user did: it holds what is not committed yet, and what was disliked. */
    private static boolean isOwnAction(Way way, Step step) {
        return way.steps().isEmpty()
                && way.at().role() == NodeRole.USER
                && step.type().role() == RelationshipRole.INTERACTION;
    }

    private String whyNot(PathDeclaration path) {
        String steps = "steps (" + String.join(", ", path.steps())
                + ") must lead to an item from an item of the user's history," + " or from the user over a link";
        boolean begins = Stream.of(NodeRole.ITEM, NodeRole.USER)
                .anyMatch(start -> !walk(firstOf(path), start).isEmpty());
        boolean ofUser =
                steps(path.steps().get(0)).stream().anyMatch(step -> from(step).role() == NodeRole.USER);
        if (!begins && ofUser) {
            return steps + "; leave steps[0] (" + path.steps().get(0) + ") out: a path begins at what the user did.";
        }
        return steps + ". " + shape(path);
    }

    private static PathDeclaration firstOf(PathDeclaration path) {
        return new PathDeclaration(path.name(), path.steps().subList(0, 1), null);
    }

    /** Where each step can be walked from and to. */
    private String shape(PathDeclaration path) {
        List<String> shapes = new ArrayList<>();
        for (String text : path.steps()) {
            List<String> ends = steps(text).stream()
                    .map(step -> from(step) + " to " + to(step))
                    .distinct()
                    .toList();
            shapes.add(text + " leads from " + String.join(" or ", ends));
        }
        return String.join("; ", shapes) + ".";
    }

    private Place from(Step step) {
        return step.direction() == Direction.OUT ? left(step.type()) : right(step.type());
    }

    private Place to(Step step) {
        return step.direction() == Direction.OUT ? right(step.type()) : left(step.type());
    }

    private Place left(RelationshipType type) {
        return switch (type.role()) {
            case INTERACTION -> new Place(NodeRole.USER, null);
            case ATTRIBUTE -> new Place(NodeRole.ITEM, null);
            case LINK -> new Place(declaration.link(type).from(), null);
        };
    }

    private Place right(RelationshipType type) {
        return switch (type.role()) {
            case INTERACTION -> new Place(NodeRole.ITEM, null);
            case ATTRIBUTE ->
                new Place(NodeRole.ATTRIBUTE, declaration.attribute(type).label());
            case LINK -> new Place(declaration.link(type).to(), null);
        };
    }
}
