package dev.clew.ingest.declared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Stands in for the plugin's procedure: one user who likes a film, rejects another and has only seen a third. */
public final class StreamStandIn {

    public record Row(
            String role,
            String type,
            @Nullable String kind,
            Object source,
            String sourceLabel,
            @Nullable Object target,
            @Nullable String targetLabel,
            @Nullable Double weight,
            @Nullable Long time) {}

    /** 'empty' has no interactions, 'reversed' gives everything in another order, 'changed' has another rating. */
    @Procedure(name = "clew.graph.stream", mode = Mode.READ)
    public Stream<Row> stream(@Name(value = "name", defaultValue = "") String name) {
        List<Row> rows = new ArrayList<>(List.of(
                node("user", "Person", 7L),
                node("item", "Film", "alien"),
                node("item", "Film", "heat"),
                node("item", "Film", "jaws"),
                node("attribute", "Genre", "horror")));
        if (!name.equals("empty")) {
            rows.add(rated("alien", name.equals("changed") ? 2.5 : 2.25, 1_000_000L));
            rows.add(rated("heat", -1.5, null));
            rows.add(rated("jaws", 0.0, 3_000_000L));
            rows.add(new Row("attribute_of", "IN", "genre", "alien", "Film", "horror", "Genre", 1.0, null));
        }
        if (name.equals("reversed")) {
            Collections.reverse(rows);
        }
        return rows.stream();
    }

    private static Row node(String role, String label, Object key) {
        return new Row(role, label, null, key, label, null, null, null, null);
    }

    private static Row rated(String film, double weight, @Nullable Long time) {
        return new Row("interaction", "RATED", "rated", 7L, "Person", film, "Film", weight, time);
    }
}
