package dev.clew.evaluation.data;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.declaration.NodeDeclaration;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.ingest.source.NodeRow;
import dev.clew.ingest.source.NodeSection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the nodes of the declared labels, then numbers them type by type. */
final class NodeCollector {
    private final Declaration declared;
    private final Map<String, Map<Object, Availability>> byLabel = new LinkedHashMap<>();

    private record Availability(long fromMillis, long untilMillis) {
        static final Availability ALWAYS = new Availability(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    NodeCollector(Declaration declared) {
        this.declared = declared;
    }

    void read(NodeSection section) throws IOException {
        Map<Object, Availability> nodes =
                byLabel.computeIfAbsent(section.shape().label(), label -> new LinkedHashMap<>());
        boolean items = section.shape().label().equals(declared.item().label());
        section.rows().read(new AcceptingSink<>(row -> {
            Availability dates = items ? availability(section, row) : Availability.ALWAYS;
            nodes.put(row.key(), dates);
        }));
    }

    private Availability availability(NodeSection section, NodeRow row) {
        NodeDeclaration item = declared.item();
        List<String> properties = section.shape().properties();
        return new Availability(
                Moment.millis(value(properties, row, item.availableFrom())).orElse(Long.MIN_VALUE),
                Moment.millis(value(properties, row, item.expiresAt())).orElse(Long.MAX_VALUE));
    }

    private static @Nullable Object value(List<String> properties, NodeRow row, @Nullable String name) {
        int at = name == null ? -1 : properties.indexOf(name);
        return at < 0 ? null : row.properties().get(at);
    }

    /** The declaration with the key types that were met. */
    Declaration declaration() {
        return declared.withKeyTypes((label, key) -> keyType(label));
    }

    private KeyType keyType(String label) {
        return byLabel.getOrDefault(label, Map.of()).keySet().stream()
                .findFirst()
                .map(KeyType::of)
                .orElse(KeyType.STRING);
    }

    NodeNumbers number() {
        GraphSchema schema = declaration().schema();
        GraphBuilder builder = new GraphBuilder(schema);
        NodeNumbers numbers = new NodeNumbers(schema, builder);
        for (NodeType type : schema.nodeTypes()) {
            byLabel.getOrDefault(type.label(), Map.of())
                    .forEach((key, dates) -> numbers.add(type, node(type, key, dates, numbers.size())));
        }
        return numbers;
    }

    private static GraphNode node(NodeType type, Object given, Availability dates, long entityId) {
        Object key = type.keyType().coerce(given);
        return type.role() == NodeRole.ITEM
                ? new GraphNode(type.index(), key, entityId, dates.fromMillis(), dates.untilMillis())
                : new GraphNode(type.index(), key, entityId);
    }
}
