package dev.clew.ingest.load;

import dev.clew.ingest.declared.StreamStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** One Neo4j for all tests of this module, emptied before each test. Its {@code clew.graph.declare} is a stand-in that notes its calls. */
public final class TestDatabase implements BeforeEachCallback {
    private static final class Running {
        private static final Neo4j NEO4J = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withProcedure(DeclareStandIn.class)
                .withProcedure(StreamStandIn.class)
                .build();
        private static final Driver DRIVER = GraphDatabase.driver(NEO4J.boltURI(), AuthTokens.none());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        empty();
        DeclareStandIn.CALLS.clear();
    }

    /** Takes out all nodes; constraints stay, which saves planning every statement anew for every test. */
    public void empty() {
        query("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
    }

    /** Takes out all constraints and indexes. */
    public void dropSchema() {
        for (Record constraint : query("SHOW CONSTRAINTS YIELD name RETURN name")) {
            query("DROP CONSTRAINT `" + constraint.get("name").asString() + "`");
        }
        for (Record index : query("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
            query("DROP INDEX `" + index.get("name").asString() + "`");
        }
    }

    public Driver driver() {
        return Running.DRIVER;
    }

    public String uri() {
        return Running.NEO4J.boltURI().toString();
    }

    public List<Record> query(String statement) {
        return query(statement, Map.of());
    }

    public List<Record> query(String statement, Map<String, Object> parameters) {
        try (Session session = driver().session()) {
            return session.run(statement, parameters).list();
        }
    }

    public long count(String pattern) {
        return query("MATCH " + pattern + " RETURN count(*) AS count")
                .get(0)
                .get("count")
                .asLong();
    }

    /** Everything but Clew's own records, in a fixed order: two loads that gave the same graph give the same lines. */
    public List<String> contents() {
        return query("""
                MATCH (n) WHERE NOT n:ClewLoad AND NOT n:ClewLoadLane
                WITH labels(n)[0] + ' ' + toString(coalesce(n.id, n.name, n.sku)) AS key, n
                OPTIONAL MATCH (n)-[r]->(m)
                WITH key, n, r, m ORDER BY type(r), coalesce(m.id, m.name, m.sku)
                RETURN key, properties(n) AS node,
                       [it IN collect([type(r), properties(r), coalesce(m.id, m.name, m.sku)]) WHERE it[0] IS NOT NULL] AS out
                ORDER BY key""").stream()
                .map(row -> row.get("key").asString() + sorted(row.get("node").asMap()) + row.get("out"))
                .toList();
    }

    private static Map<String, Object> sorted(Map<String, Object> properties) {
        return new java.util.TreeMap<>(properties);
    }
}
