package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.FallbackRecommender;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;

/** What is evaluated offline is what is served: both answers over the same graph are the same. */
class OfflineEqualityTest {
    private static final int USERS = 40;
    private static final long AS_OF = 1_800_000_000_000L;
    private static final Map<String, Object> DECLARATION = Map.of(
            "user", Map.of("label", "User", "key", "id"),
            "item", Map.of("label", "Movie", "key", "id"),
            "interactions",
                    List.of(Map.of(
                            "type",
                            "RATED",
                            "weight",
                            "rating",
                            "time",
                            "at",
                            "positiveFrom",
                            3.5,
                            "negativeUpTo",
                            2.0)),
            "attributes", List.of(Map.of("type", "IN_GENRE", "label", "Genre", "kind", "genre", "key", "name")));

    private static Database database;
    private static GraphSnapshot offline;

    @BeforeAll
    static void load() {
        database = new Database();
        database.run(
                "UNWIND range(1, 60) AS i CREATE (m:Movie {id: i}) MERGE (g:Genre {name: 'g' + (i % 7)}) CREATE (m)-[:IN_GENRE]->(g)");
        database.run("UNWIND range(1, " + USERS + ") AS u CREATE (:User {id: u})");
        // Halves of stars from 0.5 to 5 spread by multiplication, so that likes, dislikes and neither all occur.
        database.run("""
                MATCH (u:User), (m:Movie) WHERE (u.id * 7 + m.id * 11) % 5 = 0
                CREATE (u)-[:RATED {rating: 0.5 * (1 + (u.id * 3 + m.id * 5) % 10), at: 1700000000000 + 86400000 * ((u.id + m.id) % 300)}]->(m)
                """);
        database.run("CALL clew.graph.declare('default', $declaration)", Map.of("declaration", DECLARATION));
        offline = fromStream(database.run("CALL clew.graph.stream('default')"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static GraphSnapshot fromStream(List<Record> rows) {
        GraphSchema schema = Declaration.fromMap(DECLARATION)
                .withKeyTypes((label, key) -> label.equals("Genre") ? KeyType.STRING : KeyType.INTEGER)
                .schema();
        GraphBuilder builder = new GraphBuilder(schema);
        Map<String, Integer> numbers = new HashMap<>();
        for (NodeType type : schema.nodeTypes()) {
            rows.stream()
                    .filter(row -> row.get("target").isNull()
                            && row.get("type").asString().equals(type.label()))
                    .forEach(row -> numbers.put(
                            node(row, "source"),
                            builder.addNode(new GraphNode(
                                    type.index(), row.get("source").asObject(), numbers.size()))));
        }
        rows.stream().filter(row -> !row.get("target").isNull()).forEach(row -> add(builder, schema, numbers, row));
        return builder.build(1);
    }

    private static void add(GraphBuilder builder, GraphSchema schema, Map<String, Integer> numbers, Record row) {
        RelationshipType type = schema.relationshipTypes().stream()
                .filter(it -> it.name().equals(row.get("type").asString()))
                .findFirst()
                .orElseThrow();
        builder.addRelationship(
                type,
                Objects.requireNonNull(numbers.get(node(row, "source"))),
                Objects.requireNonNull(numbers.get(node(row, "target"))),
                row.get("weight").asFloat(),
                row.get("time").asLong(0),
                0);
    }

    private static String node(Record row, String end) {
        return row.get(end + "Label").asString() + row.get(end).asObject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta-path", "personalized-pagerank", "popularity"})
    void theProcedureAnswersAsTheCoreDoesOffline(String name) {
        Recommender recommender = new FallbackRecommender(fitted(name), fitted("popularity"));
        NodeType users = offline.schema().user();
        for (long user = 1; user <= USERS; user++) {
            History history = History.of(offline, offline.find(users, user));
            Answer expected = recommender.recommend(offline, Query.of(history, 20, AS_OF));
            Map<Object, Double> scores = new HashMap<>();
            expected.items().forEach(it -> scores.put(offline.key(it.item()), it.score()));

            List<Record> rows = database.run(
                    "CALL clew.recommend($user, {k: 20, recommender: $name, asOf: $asOf}) YIELD itemId, score",
                    Map.of("user", user, "name", name, "asOf", AS_OF));

            assertThat(rows).as("user %d", user).hasSameSizeAs(expected.items()).isNotEmpty();
            for (Record row : rows) {
                Object item = row.get("itemId").asObject();
                double score = row.get("score").asDouble();
                double same = scores.getOrDefault(item, worst(expected));
                assertThat(score).as("user %d, item %s", user, item).isCloseTo(same, within(1e-9 * Math.abs(same)));
            }
        }
    }

    private static Recommender fitted(String name) {
        Recommenders recommenders = Recommenders.installed(OfflineEqualityTest.class.getClassLoader());
        Settings defaults = Settings.defaults(recommenders.named(name).parameters());
        return recommenders.fit(name, defaults, TrainingData.all(offline), 0);
    }

    /** An item that ties with the last one may stand in its place. */
    private static double worst(Answer answer) {
        return answer.items().get(answer.items().size() - 1).score();
    }
}
