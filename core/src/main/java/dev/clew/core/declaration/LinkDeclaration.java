package dev.clew.core.declaration;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Any other relationship worth walking: between users, items or attributes, from its start to its end as stored. */
public record LinkDeclaration(NodeRole from, String type, NodeRole to) {

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.choice("from", "role of the start node", "attribute", "item", "user"),
            Parameter.text("type", null, "relationship type"),
            Parameter.choice("to", "role of the end node", "attribute", "item", "user"));

    static LinkDeclaration of(Map<String, ?> map) {
        Settings settings = Settings.of(PARAMETERS, map);
        return new LinkDeclaration(
                role(settings.text("from")), Fields.required(settings, "type"), role(settings.text("to")));
    }

    private static NodeRole role(String name) {
        return NodeRole.valueOf(name.toUpperCase(Locale.ROOT));
    }

    Map<String, Object> toMap() {
        return Fields.map("from", from, "type", type, "to", to);
    }
}
