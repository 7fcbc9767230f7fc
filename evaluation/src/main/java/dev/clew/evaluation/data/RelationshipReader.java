package dev.clew.evaluation.data;

import static dev.clew.core.graph.RecommendationGraph.NO_NODE;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.declaration.InteractionDeclaration;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.split.HeldOut;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.RelationshipShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads relationship sections as the declaration says; rows that are not declared, or whose ends are no nodes, are left out. */
final class RelationshipReader {
    private final Declaration declaration;
    private final NodeNumbers nodes;
    private long nextId;

    RelationshipReader(Declaration declaration, NodeNumbers nodes) {
        this.declaration = declaration;
        this.nodes = nodes;
    }

    private record Ends(RelationshipType type, NodeType from, NodeType to, boolean reversed) {}

    void read(RelationshipSection section) throws IOException {
        Optional<Ends> ends = ends(section.shape());
        if (ends.isPresent()) {
            forEachRow(section, row -> add(ends.get(), section.shape(), row));
        }
    }

    HeldOut heldOut(List<RelationshipSection> sections) throws IOException {
        Map<Integer, Set<Integer>> pairs = new HashMap<>();
        for (RelationshipSection section : sections) {
            Optional<Ends> ends = ends(section.shape());
            if (ends.isPresent() && ends.get().type().role() == RelationshipRole.INTERACTION) {
                forEachRow(section, row -> hold(pairs, ends.get(), section.shape(), row));
            }
        }
        Map<Integer, int[]> arrays = new HashMap<>();
        pairs.forEach((user, items) ->
                arrays.put(user, items.stream().mapToInt(Integer::intValue).toArray()));
        return new HeldOut(arrays);
    }

    private void hold(Map<Integer, Set<Integer>> pairs, Ends ends, RelationshipShape shape, RelationshipRow row) {
        int user = nodes.find(ends.from(), row.from());
        int item = nodes.find(ends.to(), row.to());
        if (user != NO_NODE && item != NO_NODE && weight(ends.type(), shape, row) > 0) {
            pairs.computeIfAbsent(user, any -> new TreeSet<>()).add(item);
        }
    }

    /** Of rows that are the same relationship the last one counts, as when they are loaded. */
    private static void forEachRow(RelationshipSection section, Consumer<RelationshipRow> visitor) throws IOException {
        if (section.shape().distinct()) {
            section.rows().read(new AcceptingSink<>(visitor));
            return;
        }
        Map<List<@Nullable Object>, RelationshipRow> last = new LinkedHashMap<>();
        section.rows().read(new AcceptingSink<>(row -> last.put(identity(section.shape(), row), row)));
        Collection<RelationshipRow> rows = last.values();
        rows.forEach(visitor);
    }

    private static List<@Nullable Object> identity(RelationshipShape shape, RelationshipRow row) {
        List<@Nullable Object> identity = new ArrayList<>();
        identity.add(row.from());
        identity.add(row.to());
        shape.identity().forEach(name -> identity.add(value(shape, row, name)));
        return identity;
    }

    private void add(Ends ends, RelationshipShape shape, RelationshipRow row) {
        int from = nodes.find(ends.from(), row.from());
        int to = nodes.find(ends.to(), row.to());
        long id = nextId++;
        if (from == NO_NODE || to == NO_NODE) {
            return;
        }
        float weight = weight(ends.type(), shape, row);
        long time = time(ends.type(), shape, row);
        if (ends.reversed()) {
            nodes.builder().addRelationship(ends.type(), to, from, weight, time, id);
        } else {
            nodes.builder().addRelationship(ends.type(), from, to, weight, time, id);
        }
    }

    private float weight(RelationshipType type, RelationshipShape shape, RelationshipRow row) {
        if (type.role() != RelationshipRole.INTERACTION) {
            return 1;
        }
        InteractionDeclaration interaction = declaration.interaction(type);
        return interaction.strength(value(shape, row, interaction.weight()) instanceof Number number ? number : null);
    }

    private long time(RelationshipType type, RelationshipShape shape, RelationshipRow row) {
        return type.role() == RelationshipRole.INTERACTION
                ? Moment.millis(value(shape, row, declaration.interaction(type).time()))
                        .orElse(0)
                : 0;
    }

    private static @Nullable Object value(RelationshipShape shape, RelationshipRow row, @Nullable String name) {
        int at = name == null ? -1 : shape.properties().indexOf(name);
        return at < 0 ? null : row.properties().get(at);
    }

    /** The first declared type that fits the section's name and ends. */
    private Optional<Ends> ends(RelationshipShape shape) {
        NodeType from = nodeType(shape.from().label());
        NodeType to = nodeType(shape.to().label());
        if (from == null || to == null) {
            return Optional.empty();
        }
        return nodes.schema().relationshipTypes().stream()
                .filter(type -> type.name().equals(shape.type()) && fits(type, from, to))
                .findFirst()
                .map(type -> new Ends(type, from, to, isReversed(type)));
    }

    private @Nullable NodeType nodeType(String label) {
        return nodes.schema().nodeTypes().stream()
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    private boolean fits(RelationshipType type, NodeType from, NodeType to) {
        return switch (type.role()) {
            case INTERACTION -> from.role() == NodeRole.USER && to.role() == NodeRole.ITEM;
            case ATTRIBUTE -> {
                NodeType item = isReversed(type) ? to : from;
                NodeType attribute = isReversed(type) ? from : to;
                yield item.role() == NodeRole.ITEM
                        && attribute.label().equals(declaration.attribute(type).label());
            }
            case LINK ->
                from.role() == declaration.link(type).from()
                        && to.role() == declaration.link(type).to();
        };
    }

    private boolean isReversed(RelationshipType type) {
        return type.role() == RelationshipRole.ATTRIBUTE
                && !declaration.attribute(type).outgoing();
    }
}
