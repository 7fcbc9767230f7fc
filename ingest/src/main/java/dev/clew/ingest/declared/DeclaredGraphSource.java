package dev.clew.ingest.declared;

import dev.clew.ingest.declared.StreamedRows.NodeKind;
import dev.clew.ingest.declared.StreamedRows.RelationshipKind;
import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.NodeShape;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.RelationshipShape;
import dev.clew.ingest.source.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * A graph declared in a running database, read through {@code clew.graph.stream}: weights and signs come as the plugin reads them, so that
 * the declaration is interpreted in one place. The declaration given here therefore only names labels and types; the weight is taken as
 * it is. Availability dates of items do not come along. All rows are held in memory from one call on: a consistent state.
 */
public final class DeclaredGraphSource implements GraphSource {
    private static final String STREAM = "CALL clew.graph.stream($name) YIELD role, type, kind, source, sourceLabel,"
            + " target, targetLabel, weight, time RETURN *";
    private static final String[] PROPERTIES = {"weight", "time"};

    private final StreamedRows rows;

    private DeclaredGraphSource(StreamedRows rows) {
        this.rows = rows;
    }

    /**
     * Reads all of a declared graph.
     *
     * @throws IllegalArgumentException if it has no users, items or interactions
     * @throws org.neo4j.driver.exceptions.Neo4jException if the database refuses, for example because no such graph is declared
     */
    public static DeclaredGraphSource read(Driver driver, String graph) {
        StreamedRows rows = new StreamedRows();
        try (Session session = driver.session()) {
            session.executeRead(transaction -> {
                transaction.run(STREAM, Map.of("name", graph)).forEachRemaining(rows::add);
                return 0;
            });
        }
        DeclaredGraphSource source = new DeclaredGraphSource(rows);
        if (source.ofRole("interaction").isEmpty()) {
            throw new IllegalArgumentException(
                    "graph (" + graph + ") must have at least one interaction. Load data first.");
        }
        return source;
    }

    @Override
    public String name() {
        return "declared";
    }

    /** Counts of rows and a checksum of them all in whatever order: it tells apart what was read, nothing is loaded from here. */
    @Override
    public String fingerprint() {
        StringBuilder counts = new StringBuilder("declared");
        rows.nodes()
                .forEach(
                        (kind, nodes) -> counts.append(' ').append(kind.label()).append(nodes.size()));
        rows.relationships()
                .forEach((kind, all) -> counts.append(' ').append(kind.type()).append(all.size()));
        return counts.append(' ').append(Long.toHexString(rows.checksum())).toString();
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        rows.nodes()
                .forEach((kind, nodes) -> sections.add(new NodeSection(
                        new NodeShape(kind.key(), List.of(), List.of()),
                        nodes.size(),
                        sink -> nodes.forEach(sink::accept))));
        rows.relationships()
                .forEach((kind, all) -> sections.add(
                        new RelationshipSection(shape(kind), all.size(), sink -> all.forEach(sink::accept))));
        return sections;
    }

    private static RelationshipShape shape(RelationshipKind kind) {
        return RelationshipShape.distinct(
                new NodeKind("", kind.from()).key(), kind.type(), new NodeKind("", kind.to()).key(), PROPERTIES);
    }

    @Override
    public Map<String, Object> declaration() {
        return Map.of(
                "user", Map.of("label", label("user"), "key", "key"),
                "item", Map.of("label", label("item"), "key", "key"),
                "interactions",
                        ofRole("interaction").stream()
                                .map(kind -> Map.of("type", kind.type(), "weight", "weight", "time", "time"))
                                .toList(),
                "attributes",
                        ofRole("attribute_of").stream()
                                .map(kind -> Map.of(
                                        "type", kind.type(),
                                        "label", kind.to(),
                                        "kind", kind.kind(),
                                        "key", "key",
                                        "direction", "OUT"))
                                .toList(),
                "links",
                        ofRole("link").stream()
                                .map(kind ->
                                        Map.of("from", role(kind.from()), "type", kind.type(), "to", role(kind.to())))
                                .distinct()
                                .toList());
    }

    private List<RelationshipKind> ofRole(String role) {
        return rows.relationships().keySet().stream()
                .filter(kind -> kind.role().equals(role))
                .toList();
    }

    private String label(String role) {
        return rows.nodes().keySet().stream()
                .filter(kind -> kind.role().equals(role))
                .map(NodeKind::label)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The graph must have at least one " + role + "."));
    }

    private String role(String label) {
        return rows.nodes().keySet().stream()
                .filter(kind -> kind.label().equals(label))
                .map(kind -> kind.role().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No node has the label " + label + "."));
    }
}
