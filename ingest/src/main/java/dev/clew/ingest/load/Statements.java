package dev.clew.ingest.load;

import static dev.clew.ingest.source.Identifiers.quoted;

import dev.clew.ingest.source.NodeKey;
import dev.clew.ingest.source.NodeShape;
import dev.clew.ingest.source.RelationshipShape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The statements that write rows. Labels, types and property names, which Cypher takes no parameters for, come from a shape, never from a
 * row; {@link dev.clew.ingest.source.Identifiers} has checked them and quotes them. All else are parameters.
 *
 * <p>Rows are lists, not maps: the names would otherwise travel with every row. Relationship rows come grouped by their start node,
 * {@code [from, [[to, value, ...], ...]]}, so that it is looked up once a group.
 */
final class Statements {
    private Statements() {}

    static String constraint(NodeKey key) {
        return "CREATE CONSTRAINT " + quoted(name(key.label(), key.key())) + " IF NOT EXISTS FOR (n:"
                + quoted(key.label()) + ") REQUIRE n." + quoted(key.key()) + " IS UNIQUE";
    }

    static String index(String label, String property) {
        return "CREATE INDEX " + quoted(name(label, property)) + " IF NOT EXISTS FOR (n:" + quoted(label) + ") ON (n."
                + quoted(property) + ")";
    }

    /** For example {@code movie_id}. */
    private static String name(String label, String property) {
        String name = label.toLowerCase(Locale.ROOT) + "_" + property;
        return name.substring(0, Math.min(64, name.length()));
    }

    static String mergeNodes(NodeShape shape) {
        return "UNWIND $rows AS row MERGE (n:" + quoted(shape.label()) + " {"
                + quoted(shape.key().key()) + ": row[0]})" + set("n", shape.properties(), List.of(), "row");
    }

    /** Sets what a row has, and leaves alone what it says nothing about. */
    private static String set(String variable, List<String> properties, List<String> skipped, String row) {
        String assignments = properties.stream()
                .filter(property -> !skipped.contains(property))
                .map(property -> {
                    String target = variable + "." + quoted(property);
                    return target + " = coalesce(" + value(properties, property, row) + ", " + target + ")";
                })
                .collect(Collectors.joining(", "));
        return assignments.isEmpty() ? "" : " SET " + assignments;
    }

    /** The first element of a row is a key. */
    private static String value(List<String> properties, String property, String row) {
        return row + "[" + (properties.indexOf(property) + 1) + "]";
    }

    private static String map(List<String> properties, List<String> chosen) {
        return chosen.stream()
                .map(property -> quoted(property) + ": " + value(properties, property, "edge"))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String matchEnds(RelationshipShape shape) {
        return "UNWIND $rows AS row MATCH (a:" + quoted(shape.from().label()) + " {"
                + quoted(shape.from().key()) + ": row[0]}) UNWIND row[1] AS edge MATCH (b:"
                + quoted(shape.to().label()) + " {" + quoted(shape.to().key()) + ": edge[0]}) ";
    }

    static String createRelationships(RelationshipShape shape) {
        return matchEnds(shape) + "CREATE (a)-[:" + quoted(shape.type()) + " "
                + map(shape.properties(), shape.properties()) + "]->(b) RETURN count(*) AS written";
    }

    static String mergeRelationships(RelationshipShape shape) {
        return matchEnds(shape) + "MERGE (a)-[r:" + quoted(shape.type()) + " "
                + map(shape.properties(), shape.identity()) + "]->(b)"
                + set("r", shape.properties(), shape.identity(), "edge") + " RETURN count(*) AS written";
    }

    /** Which of {@code $keys} no node has. */
    static String missing(NodeKey key) {
        return "UNWIND $keys AS key WITH key WHERE NOT EXISTS { MATCH (n:" + quoted(key.label()) + " {"
                + quoted(key.key()) + ": key}) } RETURN key";
    }

    /** How many relationships of a type there are; the store keeps this count. */
    static String count(String type) {
        return "MATCH ()-[r:" + quoted(type) + "]->() RETURN count(r) AS count";
    }
}
