package dev.clew.ingest.declared;

import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a declared graph's items are, as the database keeps the declaration; {@code clew.graph.stream} tells keys, not the property they stand in.
 *
 * @param label of the items
 * @param key the property that identifies them
 */
public record DeclaredItems(String label, String key) {
    private static final String DECLARATION =
            "MATCH (graph:ClewGraph {name: $name}) RETURN graph.declaration AS declaration";

    /** @throws IllegalArgumentException if no such graph is declared */
    public static DeclaredItems of(Driver driver, String graph) {
        try (Session session = driver.session()) {
            return session
                    .executeRead(transaction ->
                            transaction.run(DECLARATION, Map.of("name", graph)).list())
                    .stream()
                    .map(row -> of(row.get("declaration").asString()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "graph (" + graph + ") must be declared. clew.graph.list tells which are."));
        }
    }

    private static DeclaredItems of(String declaration) {
        JsonNode item = JsonMapper.shared().readTree(declaration).get("item");
        return new DeclaredItems(item.get("label").asString(), item.get("key").asString());
    }
}
