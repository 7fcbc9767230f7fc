package dev.clew.core.declaration;

import dev.clew.core.graph.KeyType;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Users or items: which label they have and which property identifies them.
 *
 * @param key the property that identifies a node
 * @param keyType null until it has been read off the stored nodes
 * @param name the property people know the node by; null: the key
 * @param availableFrom property of the first moment an item may be recommended; null: always
 * @param expiresAt property of the first moment an item may not be recommended any more; null: never
 */
public record NodeDeclaration(
        String label,
        String key,
        @Nullable KeyType keyType,
        @Nullable String name,
        @Nullable String availableFrom,
        @Nullable String expiresAt) {

    private static final List<Parameter> USER = List.of(
            Parameter.text("label", null, "label of the nodes"),
            Parameter.text("key", null, "property that identifies a node"),
            Fields.KEY_TYPE,
            Parameter.text("name", null, "property people know the node by"));
    private static final List<Parameter> ITEM = Fields.concat(
            USER,
            Parameter.text("availableFrom", null, "property: first moment it may be recommended"),
            Parameter.text("expiresAt", null, "property: first moment it may not be recommended any more"));

    static NodeDeclaration user(Map<String, ?> map) {
        Settings settings = Settings.of(USER, map);
        return new NodeDeclaration(
                Fields.required(settings, "label"),
                Fields.required(settings, "key"),
                Fields.keyType(settings),
                settings.optionalText("name").orElse(null),
                null,
                null);
    }

    static NodeDeclaration item(Map<String, ?> map) {
        Settings settings = Settings.of(ITEM, map);
        return new NodeDeclaration(
                Fields.required(settings, "label"),
                Fields.required(settings, "key"),
                Fields.keyType(settings),
                settings.optionalText("name").orElse(null),
                settings.optionalText("availableFrom").orElse(null),
                settings.optionalText("expiresAt").orElse(null));
    }

    /** The property people know the node by. */
    public String nameProperty() {
        return Optional.ofNullable(name).orElse(key);
    }

    NodeDeclaration withKeyType(KeyType type) {
        return new NodeDeclaration(label, key, type, name, availableFrom, expiresAt);
    }

    Map<String, Object> toMap() {
        return Fields.map(
                "label",
                label,
                "key",
                key,
                "keyType",
                keyType,
                "name",
                name,
                "availableFrom",
                availableFrom,
                "expiresAt",
                expiresAt);
    }
}
