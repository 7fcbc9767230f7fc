package dev.clew.procedures;

import dev.clew.core.declaration.InteractionDeclaration;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.settings.Suggestion;
import dev.clew.procedures.live.EntityReader;
import dev.clew.procedures.live.StoreIds;
import dev.clew.procedures.live.StoredMoment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * Reads what the asking user did: from the snapshot, which follows every commit; through the calling transaction where that has changed something,
 * so that it counts before it is committed; or from the request for somebody who is not in the graph.
 */
final class HistoryReader {
    private static final List<Parameter> INTERACTION = List.of(
            Parameter.any("item", "key of the item, or its node"),
            Parameter.text("type", null, "declared relationship type; the first declared if not given"),
            Parameter.any("weight", "strength, as the type's weight property would hold it"),
            Parameter.any("time", "moment of it"));

    private final Request request;
    private final EntityReader reader;
    /** The declared interactions by name, in their order. */
    private final Map<String, RelationshipType> types = new LinkedHashMap<>();

    private BitSet older = new BitSet();

    HistoryReader(Request request) {
        this.request = request;
        this.reader = request.live.reader();
        request.graph
                .schema()
                .relationshipTypes(RelationshipRole.INTERACTION)
                .forEach(type -> types.putIfAbsent(type.name(), type));
    }

    History read(@Nullable Object user) {
        List<?> given = request.settings.list("interactions");
        if (user == null) {
            return anonymous(given);
        }
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "interactions must not be given for a user of the graph. Pass null as the user, or leave interactions out.");
        }
        return ofUser(user);
    }

    private History ofUser(Object user) {
        NodeType type = request.graph.schema().user();
        int number = request.number(type, user);
        if (number != RecommendationGraph.NO_NODE && !request.hasWrites) {
            return History.of(request.graph, number);
        }
        Node node = stored(type, user, number).orElseThrow(() -> request.unknown(type, user));
        Map<Long, Action> actions = new LinkedHashMap<>();
        for (RelationshipType interaction : types.values()) {
            read(node, interaction, number, actions);
        }
        return new History(number, List.copyOf(actions.values()), older);
    }

    /**
     * The user's relationships of one type as the transaction sees them. Neo4j gives those of the transaction first and then the newest, so that of
     * a user with very many only the older ones are taken from the snapshot.
     */
    private void read(Node node, RelationshipType interaction, int user, Map<Long, Action> actions) {
        int read = 0;
        var name = org.neo4j.graphdb.RelationshipType.withName(interaction.name());
        try (var relationships = node.getRelationships(Direction.OUTGOING, name)) {
            for (Relationship relationship : relationships) {
                if (read++ == History.MOST) {
                    addOlder(interaction, user, actions);
                    return;
                }
                add(actions, relationship);
            }
        }
    }

    private void addOlder(RelationshipType interaction, int user, Map<Long, Action> actions) {
        History committed = History.of(request.graph, user);
        committed.actions().stream()
                .filter(action -> action.typeIndex() == interaction.index())
                .forEach(action -> actions.putIfAbsent(action.relationshipId(), action));
        older = committed.older();
    }

    /** The user's node: known to the snapshot, handed in, or created in this very transaction. */
    private Optional<Node> stored(NodeType type, Object user, int number) {
        Label label = Label.label(type.label());
        if (user instanceof Node node) {
            return Optional.of(node).filter(it -> it.hasLabel(label));
        }
        if (number != RecommendationGraph.NO_NODE) {
            return request.stored(number);
        }
        String property = request.declaration().keyProperty(type);
        return Optional.ofNullable(
                request.transaction.findNode(label, property, type.keyType().coerce(user)));
    }

    private void add(Map<Long, Action> actions, Relationship relationship) {
        int item = request.graph.findEntity(StoreIds.endId(relationship));
        if (item == RecommendationGraph.NO_NODE
                || request.graph.nodeType(item).index() != request.itemType().index()) {
            return;
        }
        RelationshipType type = types.get(relationship.getType().name());
        if (type != null) {
            long id = StoreIds.id(relationship);
            actions.put(
                    id,
                    new Action(
                            item,
                            type.index(),
                            reader.weight(type, relationship),
                            reader.timeMillis(type, relationship),
                            id));
        }
    }

    private History anonymous(List<?> given) {
        List<Action> actions = new ArrayList<>();
        for (Object element : given) {
            actions.add(action(element, actions.size()));
        }
        return new History(RecommendationGraph.NO_NODE, actions);
    }

    private Action action(Object element, int index) {
        try {
            if (!(element instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("(" + element + ") must be a map.");
            }
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
            return action(Settings.of(INTERACTION, named));
        } catch (dev.clew.core.recommend.UnknownKeyException unknown) {
            throw unknown;
        } catch (IllegalArgumentException invalid) {
            // Without the cause: Neo4j shows a caller the message of the innermost one, which does not know the index.
            throw new IllegalArgumentException("interactions[" + index + "]: " + invalid.getMessage());
        }
    }

    private Action action(Settings given) {
        Object item = given.any("item").orElseThrow(() -> new IllegalArgumentException("item must be given."));
        RelationshipType type = type(given.optionalText("type"));
        InteractionDeclaration declared = request.declaration().interaction(type);
        return new Action(
                request.item(item),
                type.index(),
                given.any("weight")
                        .map(weight -> declared.strength(number(weight)))
                        .orElse(1f),
                StoredMoment.millis(given.any("time").orElse(null)).orElse(0),
                RecommendationGraph.NO_RELATIONSHIP);
    }

    private RelationshipType type(Optional<String> given) {
        String name = given.orElse(types.keySet().iterator().next());
        RelationshipType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("type (" + name + ") is not a declared interaction. "
                    + Suggestion.didYouMean(name, types.keySet()));
        }
        return type;
    }

    private static Number number(Object weight) {
        if (weight instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("weight (" + weight + ") must be a number.");
    }
}
