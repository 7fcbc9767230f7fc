package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** Declared paths, asked and learned. */
class PathsTest {
    private static final String NODES = "user: {label: 'User', key: 'id'}, item: {label: 'Film', key: 'id'}";
    private static Database database;

    @BeforeAll
    static void start() {
        database = new Database();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @AfterEach
    void clear() {
        database.clear();
    }

    /** Ann follows Bob, who rated film 2; film 1, which Ann rated, is in a genre below that of film 3. */
    private static void small() {
        database.run("""
                CREATE (ann:User {id: 'ann'}), (bob:User {id: 'bob'}), (one:Film {id: '1'}), (two:Film {id: '2'}), (three:Film {id: '3'}),
                  (noir:Genre {name: 'Noir'}), (crime:Genre {name: 'Crime'}),
                  (ann)-[:RATED]->(one), (bob)-[:RATED]->(two), (ann)-[:FOLLOWS]->(bob),
                  (one)-[:IN_GENRE]->(noir), (three)-[:IN_GENRE]->(crime), (noir)-[:PARENT]->(crime)
                """);
    }

    private static void declareSmall(String paths) {
        database.run("CALL clew.graph.declare('default', {" + NODES + """
                , interactions: [{type: 'RATED'}], attributes: [{type: 'IN_GENRE', label: 'Genre', key: 'name'}],
                links: [{from: 'user', type: 'FOLLOWS', to: 'user'}, {from: 'attribute', type: 'PARENT', to: 'attribute'}],
                paths:""" + paths + "})");
    }

    @Test
    void declaredPathsReachWhatTheOthersDoNot() {
        small();
        declareSmall("[]");
        assertThat(database.column("CALL clew.recommend('ann') YIELD itemId")).isEmpty();

        declareSmall("[{name: 'friends', steps: ['FOLLOWS>', 'RATED>'], weight: 0.5},"
                + " {name: 'parent genre', steps: ['IN_GENRE>', 'PARENT>', '<IN_GENRE']}]");

        List<Record> rows = database.run("CALL clew.recommend('ann', {explain: 'full'})");
        assertThat(rows).extracting(row -> row.get("itemId").asString()).containsExactly("2", "3");
        assertThat(rows.get(0).get("score").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(rows.get(1).get("score").asDouble()).isCloseTo(0.1, within(1e-9));
        assertThat(database.run("CALL clew.explain('ann', '2')")
                        .get(0)
                        .get("path")
                        .asPath()
                        .relationships())
                .extracting(it -> it.type())
                .containsExactly("FOLLOWS", "RATED");
        assertThat(database.run("CALL clew.recommend('ann', {pathWeights: {friends: 0}})"))
                .extracting(row -> row.get("itemId").asString())
                .containsExactly("3");
    }

    @Test
    void aWrongPathIsRefusedWithTheWayOut() {
        small();
        assertThatThrownBy(() -> declareSmall("[{name: 'x', steps: ['IN_GENRE>', 'PARNT>', '<IN_GENRE']}]"))
                .hasMessageContaining(
                        "paths[0]: step (PARNT>) must be a declared relationship type. Did you mean 'PARENT'?");
        assertThatThrownBy(() -> declareSmall("[{name: 'x', steps: ['IN_GENRE>', 'PARENT>']}]"))
                .hasMessageContaining("PARENT> leads from attribute to attribute");
    }

    /** Films of 20 directors, 8 each; users like films of one director, and genres go round without meaning. */
    private static void planted() {
        database.run("""
                UNWIND range(0, 159) AS f MERGE (d:Person {name: 'd' + f / 8}) MERGE (g:Genre {name: 'g' + f % 5})
                CREATE (m:Film {id: toString(f)}) CREATE (d)-[:DIRECTED]->(m) CREATE (m)-[:IN_GENRE]->(g)
                """);
        database.run("""
                UNWIND range(0, 119) AS u CREATE (n:User {id: toString(u)})
                WITH n, u UNWIND [0, 1, 2, 3] AS i
                MATCH (m:Film {id: toString((u % 20) * 8 + (u / 20 * 3 + i * (1 + u % 3)) % 8)}) MERGE (n)-[:RATED]->(m)
                """);
        database.run("CALL clew.graph.declare('default', {" + NODES + """
                , interactions: [{type: 'RATED'}], attributes: [{type: 'IN_GENRE', label: 'Genre', key: 'name'},
                  {type: 'DIRECTED', label: 'Person', key: 'name', direction: 'IN'}],
                  paths: [{name: 'RATED', weight: 0.01}, {name: 'IN_GENRE', weight: 1}, {name: 'fans of the director', steps: ['DIRECTED', 'DIRECTED', 'RATED', 'RATED']}]})
                """);
    }

    @Test
    void learnedWeightsAreDeclaredServedAndNotLearnedAgain() {
        planted();
        List<Record> learned = database.run("CALL clew.paths.learn('default', {share: 0.25, seed: 3})");

        Map<String, Double> weights = weights(learned, "weight");
        assertThat(weights.keySet()).containsExactlyInAnyOrder("RATED", "IN_GENRE", "DIRECTED", "fans of the director");
        assertThat(weights.get("DIRECTED")).isGreaterThan(10 * weights.getOrDefault("IN_GENRE", 1.0));
        Record first = learned.get(0);
        assertThat(first.get("ndcg").asDouble())
                .isGreaterThan(first.get("ndcgBefore").asDouble());
        assertThat(first.get("version").asLong()).isEqualTo(2);
        assertThat(first.get("message").asString())
                .startsWith("The learned weights make better lists and are declared.");
        assertThat(database.run("CALL clew.graph.status('default')")
                        .get(0)
                        .get("version")
                        .asLong())
                .isEqualTo(2);
        // Weights are no part of what is read from the store: nothing is built again, and nobody waits.
        assertThat(database.run("CALL clew.graph.status('default')")
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("ready");
        Map<String, Double> served =
                weights(database.run("CALL clew.paths.learn('default', {share: 0.25, seed: 3})"), "weightBefore");
        assertThat(served).isEqualTo(weights);
    }

    /** With one path there is nothing to weigh: every weight of it makes the same lists. */
    @Test
    void weightsThatMakeNoBetterListsAreNotTaken() {
        planted();
        database.run("CALL clew.graph.declare('default', {" + NODES
                + ", interactions: [{type: 'RATED'}], paths: [{name: 'RATED', weight: 0.5}]})");
        Record only =
                database.run("CALL clew.paths.learn('default', {share: 0.25})").get(0);

        assertThat(only.get("ndcg").asDouble())
                .isEqualTo(only.get("ndcgBefore").asDouble())
                .isPositive();
        assertThat(only.get("learned").asDouble()).isEqualTo(1);
        assertThat(only.get("weight").asDouble()).isEqualTo(0.5);
        assertThat(only.get("version").asLong()).isEqualTo(2);
        assertThat(only.get("message").asString()).startsWith("The learned weights do not make better lists");
    }

    @Test
    void aRollbackTakesTheWeightsBack() {
        planted();
        try (var session = database.session();
                var transaction = session.beginTransaction()) {
            transaction
                    .run("CALL clew.paths.learn('default', {share: 0.25, seed: 3})")
                    .consume();
            transaction.rollback();
        }
        assertThat(database.run("CALL clew.graph.status('default')")
                        .get(0)
                        .get("version")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBeLearned() {
        small();
        declareSmall("[]");
        assertThatThrownBy(() -> database.run("CALL clew.paths.learn('default')"))
                .hasMessageContaining("Fewer than two users who liked something else");
        assertThatThrownBy(() -> database.run("CALL clew.paths.learn('default', {shar: 0.2})"))
                .hasMessageContaining("Did you mean 'share'?");
        assertThatThrownBy(() -> database.run("CALL clew.paths.learn('default', {split: 'temporal'})"))
                .hasMessageContaining("A temporal split needs times");
    }

    private static Map<String, Double> weights(List<Record> rows, String column) {
        return rows.stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> row.get("path").asString(),
                        row -> row.get(column).asDouble()));
    }
}
