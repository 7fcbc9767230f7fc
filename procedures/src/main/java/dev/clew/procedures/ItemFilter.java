package dev.clew.procedures;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.settings.Suggestion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The items a request may be answered with: {@code exclude} takes items out, {@code filter} asks for attributes. */
final class ItemFilter {
    private final Request request;

    private ItemFilter(Request request) {
        this.request = request;
    }

    static IntPredicate of(Request request) {
        ItemFilter filter = new ItemFilter(request);
        IntPredicate candidate = filter.notExcluded();
        for (Map.Entry<?, ?> entry : request.settings.map("filter").entrySet()) {
            candidate = candidate.and(filter.having(String.valueOf(entry.getKey()), entry.getValue()));
        }
        return candidate;
    }

    /** An excluded key that no item has excludes nothing: the item may be gone by now. */
    private IntPredicate notExcluded() {
        BitSet excluded = new BitSet();
        for (Object given : request.settings.list("exclude")) {
            int item = request.number(request.itemType(), given);
            if (item != RecommendationGraph.NO_NODE) {
                excluded.set(item);
            }
        }
        return item -> !excluded.get(item);
    }

    private IntPredicate having(String kind, Object keys) {
        List<RelationshipType> types = request.graph.schema().relationshipTypes(RelationshipRole.ATTRIBUTE).stream()
                .filter(type -> type.kind().equals(kind))
                .toList();
        if (types.isEmpty()) {
            throw new IllegalArgumentException(
                    "filter: '" + kind + "' is no declared attribute kind. " + Suggestion.didYouMean(kind, kinds()));
        }
        BitSet wanted = attributes(types, keys instanceof Collection<?> several ? several : List.of(keys));
        List<Neighbours> rows = types.stream()
                .map(type -> request.graph.neighbours(type, Direction.OUT))
                .toList();
        return item -> rows.stream().anyMatch(row -> hasAny(row.at(item), wanted));
    }

    private List<String> kinds() {
        return request.graph.schema().relationshipTypes(RelationshipRole.ATTRIBUTE).stream()
                .map(RelationshipType::kind)
                .distinct()
                .toList();
    }

    private BitSet attributes(List<RelationshipType> types, Collection<?> keys) {
        BitSet wanted = new BitSet();
        for (Object key : keys) {
            List<Integer> found = new ArrayList<>();
            for (RelationshipType type : types) {
                int attribute = request.number(nodeType(type), key);
                if (attribute != RecommendationGraph.NO_NODE) {
                    found.add(attribute);
                }
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "filter: there is no " + types.get(0).kind() + " with key '" + key + "'.");
            }
            found.forEach(wanted::set);
        }
        return wanted;
    }

    private NodeType nodeType(RelationshipType type) {
        String label = request.declaration().attribute(type).label();
        return request.graph.schema().nodeTypes().stream()
                .filter(it -> it.role() == NodeRole.ATTRIBUTE && it.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasAny(Neighbours row, BitSet wanted) {
        for (int i = 0; i < row.size(); i++) {
            if (wanted.get(row.node(i))) {
                return true;
            }
        }
        return false;
    }
}
