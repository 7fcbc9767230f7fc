package dev.clew.ingest.triples;

import dev.clew.ingest.triples.KnowledgeGraph.Group;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Declares only what occurs: a relation between an item and an entity is an attribute, any other a link. */
record TripleDeclaration(List<Group> groups, boolean itemsHaveNames, boolean entitiesHaveNames) {

    Map<String, Object> toMap() {
        List<Map<String, Object>> attributes = groups.stream()
                .filter(group -> group.fromItem() != group.toItem())
                .map(this::attribute)
                .toList();
        Map<String, Object> map = new TreeMap<>();
        map.put("user", Map.of("label", "User", "key", "id"));
        map.put("item", named(Map.of("label", "Item", "key", "id"), itemsHaveNames));
        map.put("interactions", List.of(Map.of("type", "INTERACTED")));
        map.put("attributes", attributes);
        map.put("links", links(!attributes.isEmpty()));
        return map;
    }

    private Map<String, Object> attribute(Group group) {
        return named(
                Map.of(
                        "type",
                        group.type(),
                        "label",
                        "Entity",
                        "kind",
                        "relation " + group.relation(),
                        "key",
                        "id",
                        "direction",
                        group.fromItem() ? "OUT" : "IN"),
                entitiesHaveNames);
    }

    private static Map<String, Object> named(Map<String, Object> part, boolean hasNames) {
        Map<String, Object> map = new TreeMap<>(part);
        if (hasNames) {
            map.put("name", "name");
        }
        return map;
    }

    /** Links between entities make sense only where some entity is an attribute of items. */
    private List<Map<String, Object>> links(boolean hasAttributes) {
        Set<Map<String, Object>> links = new LinkedHashSet<>();
        for (Group group : groups) {
            if (group.fromItem() && group.toItem()) {
                links.add(Map.of("from", "item", "type", group.type(), "to", "item"));
            } else if (!group.fromItem() && !group.toItem() && hasAttributes) {
                links.add(Map.of("from", "attribute", "type", group.type(), "to", "attribute"));
            }
        }
        return new ArrayList<>(links);
    }
}
