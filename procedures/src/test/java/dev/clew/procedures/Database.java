package dev.clew.procedures;

import java.util.List;
import java.util.Map;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A real Neo4j with the plugin, asked over Bolt as an application would. */
final class Database implements AutoCloseable {
    private final Neo4j neo4j;
    private final Driver driver;

    Database() {
        neo4j = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(HttpConnector.enabled, false)
                .withProcedure(RecommendProcedures.class)
                .withProcedure(ExplainProcedures.class)
                .withProcedure(GraphProcedures.class)
                .withProcedure(HelpProcedures.class)
                .withProcedure(SimilarityProcedures.class)
                .withProcedure(PathProcedures.class)
                .withProcedure(ModelProcedures.class)
                .withFunction(SimilarityFunctions.class)
                .build();
        driver = GraphDatabase.driver(neo4j.boltURI(), AuthTokens.none());
    }

    List<Record> run(String cypher) {
        return run(cypher, Map.of());
    }

    List<Record> run(String cypher, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            return session.run(cypher, parameters).list();
        }
    }

    /** The values of the first column. */
    List<Object> column(String cypher) {
        return run(cypher).stream().map(row -> row.get(0).asObject()).toList();
    }

    Session session() {
        return driver.session();
    }

    GraphDatabaseService service() {
        return neo4j.defaultDatabaseService();
    }

    Neo4j neo4j() {
        return neo4j;
    }

    /** Removes all nodes and declarations, for the next test. */
    void clear() {
        run("MATCH (n) DETACH DELETE n");
    }

    @Override
    public void close() {
        driver.close();
        neo4j.close();
    }
}
