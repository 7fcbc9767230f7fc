package dev.clew.core.declaration;

import dev.clew.core.graph.KeyType;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something items have: a relationship type between an item and a node of a label.
 *
 * @param kind what the attribute is to the item, in words for reasons: genre, director, brand
 * @param key the property that identifies the attribute node
 * @param keyType null until it has been read off the stored nodes
 * @param name the property people know the attribute by; null: the key
 * @param outgoing whether the stored relationship starts at the item
 */
public record AttributeDeclaration(
        String type,
        String label,
        String kind,
        String key,
        @Nullable KeyType keyType,
        @Nullable String name,
        boolean outgoing) {

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.text("type", null, "relationship type between item and attribute"),
            Parameter.text("label", null, "label of the attribute's nodes"),
            Parameter.text(
                    "kind",
                    null,
                    "what it is to the item: genre, director, brand; the label in lower case if not given"),
            Parameter.text("key", null, "property that identifies the attribute"),
            Fields.KEY_TYPE,
            Parameter.text("name", null, "property people know the attribute by"),
            Parameter.choice("direction", "OUT if the relationship starts at the item, else IN", "OUT", "IN"));

    static AttributeDeclaration of(Map<String, ?> map) {
        Settings settings = Settings.of(PARAMETERS, map);
        String label = Fields.required(settings, "label");
        return new AttributeDeclaration(
                Fields.required(settings, "type"),
                label,
                settings.optionalText("kind").orElse(label.toLowerCase(java.util.Locale.ROOT)),
                Fields.required(settings, "key"),
                Fields.keyType(settings),
                settings.optionalText("name").orElse(null),
                settings.text("direction").equals("OUT"));
    }

    /** The property people know the attribute by. */
    public String nameProperty() {
        return Optional.ofNullable(name).orElse(key);
    }

    AttributeDeclaration withKeyType(KeyType resolved) {
        return new AttributeDeclaration(type, label, kind, key, resolved, name, outgoing);
    }

    Map<String, Object> toMap() {
        return Fields.map(
                "type",
                type,
                "label",
                label,
                "kind",
                kind,
                "key",
                key,
                "keyType",
                keyType,
                "name",
                name,
                "direction",
                outgoing ? "OUT" : "IN");
    }
}
