package dev.clew.gnn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.graph.KeyType;
import dev.clew.core.model.ItemKeys;
import dev.clew.core.model.Model;
import dev.clew.core.model.ModelBytes;
import dev.clew.core.model.ModelFormatException;
import dev.clew.core.model.VectorContent;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.FilterParameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

class ModelStoreTest {
    private static final String GRAPH = "shop";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    /** Smaller than a model, so that there are several chunks. */
    private static final int CHUNK_BYTES = 100;

    private static Neo4j neo4j;
    private static Driver driver;

    private final ModelStore store = storeAt(NOW);

    @BeforeAll
    static void start() {
        neo4j = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withProcedure(PublishStandIn.class)
                .build();
        driver = GraphDatabase.driver(neo4j.boltURI(), AuthTokens.none());
    }

    @AfterAll
    static void stop() {
        driver.close();
        neo4j.close();
    }

    @BeforeEach
    void empty() {
        query("MATCH (n) DETACH DELETE n");
    }

    @Test
    void givesBackTheModelThatWasWrittenInChunks() throws IOException {
        Model model = model("spectral", 20, 3);

        long version = store.write(model, facts());

        assertThat(version).isEqualTo(1);
        assertThat(bytes(store.read(GRAPH, 1))).isEqualTo(bytes(model));
        assertThat(query("MATCH (c:ClewModelChunk) RETURN size(c.bytes) AS it, c.index AS index ORDER BY index"))
                .hasSize((bytes(model).length + CHUNK_BYTES - 1) / CHUNK_BYTES);
        assertThat(store.list(GRAPH))
                .containsExactly(new StoredModel(
                        1, "spectral", ModelStore.State.READY, NOW, 3, 20, bytes(model).length, facts(), false));
    }

    @Test
    void countsVersionsUpForEachGraph() {
        store.write(model("spectral", 2, 1), facts());
        store.write(model("ease", 2, 1), facts());
        store.write(model("spectral", 2, 1), new ModelFacts("films", "{}", 1, "", "{}"));

        assertThat(versions()).containsExactly(2L, 1L);
        assertThat(store.list("films")).extracting(StoredModel::version).containsExactly(1L);
    }

    @Test
    void answersFromTheVersionThatWasPublishedLast() {
        store.write(model("spectral", 2, 1), facts());
        store.write(model("spectral", 2, 1), facts());
        assertThat(store.live(GRAPH, "spectral")).as("written is not yet live").isEmpty();

        store.publish(GRAPH, 1);
        store.publish(GRAPH, 2);

        assertThat(store.live(GRAPH, "spectral").orElseThrow().version()).isEqualTo(2);
        assertThat(store.live(GRAPH, "ease")).isEmpty();
    }

    @Test
    void aWriterThatIsKilledLeavesTheLiveVersionAsItIs() throws IOException {
        store.write(model("spectral", 20, 3), facts());
        store.publish(GRAPH, 1);

        store.begin(model("spectral", 20, 3), facts()).add(new byte[] {1, 2, 3});

        assertThat(store.live(GRAPH, "spectral").orElseThrow().version()).isEqualTo(1);
        assertThat(bytes(store.read(GRAPH, 1))).isEqualTo(bytes(model("spectral", 20, 3)));
        assertThatThrownBy(() -> store.read(GRAPH, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version (2) must be a ready model of graph 'shop'");
    }

    @Test
    void whatAKilledWriterLeftIsPrunedADayLater() {
        store.write(model("spectral", 2, 1), facts());
        store.begin(model("spectral", 20, 3), facts()).add(new byte[] {1, 2, 3});
        Instant aDayLater = NOW.plus(Duration.ofDays(1));

        assertThat(storeAt(aDayLater).prune(GRAPH))
                .as("it may still be writing")
                .isEmpty();
        assertThat(storeAt(aDayLater.plusSeconds(1)).prune(GRAPH)).containsExactly(2L);

        assertThat(versions()).containsExactly(1L);
        assertThat(query("MATCH (c:ClewModelChunk) WHERE NOT (c)--() RETURN c AS it"))
                .isEmpty();
    }

    @Test
    void keepsTheLiveVersionItsPredecessorAndTheNewestOfEachRecommender() {
        write("spectral", 8);
        write("ease", 1);
        store.publish(GRAPH, 2);
        store.publish(GRAPH, 4);

        assertThat(store.prune(GRAPH)).containsExactly(1L, 3L, 5L);

        assertThat(versions()).containsExactly(9L, 8L, 7L, 6L, 4L, 2L);
        assertThat(store.prune(GRAPH)).as("nothing is left to do").isEmpty();
    }

    @Test
    void finishesADeletionThatWasCutShort() {
        write("spectral", 2);
        query("MATCH (m:ClewModel {version: 1}) SET m.state = 'pruned'");

        assertThat(store.prune(GRAPH)).containsExactly(1L);
        assertThat(versions()).containsExactly(2L);
    }

    @Test
    void refusesAVersionOfWhichAChunkIsMissing() {
        store.write(model("spectral", 20, 3), facts());
        query("MATCH (c:ClewModelChunk {index: 1}) DETACH DELETE c");

        assertThatThrownBy(() -> store.read(GRAPH, 1)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void mirrorsTheCandidateSideOfTheLiveVectors() {
        items(600);
        store.write(model("spectral", 600, 3), facts());
        store.publish(GRAPH, 1);
        List<Long> done = new ArrayList<>();

        mirror(1, 600, 3, done);

        assertThat(done).containsExactly(500L, 600L);
        // Item 7 has the values 21, 22, 23 and the candidate scale 1/2.
        assertThat(query("MATCH (i:`Good thing` {sku: 7}) RETURN i.clewEmbedding AS it"))
                .containsExactly(List.of(10.5, 11.0, 11.5));
        assertThat(query("SHOW VECTOR INDEXES YIELD properties RETURN properties AS it"))
                .containsExactly(List.of("clewEmbedding"));
    }

    @Test
    void goesOnWithACopyThatWasCutShort() {
        items(600);
        store.write(model("spectral", 600, 3), facts());
        store.publish(GRAPH, 1);
        mirror(1, 600, 3, new ArrayList<>());
        query("MATCH (m:ClewModel {version: 1}) SET m.mirrored = 500");
        query("MATCH (i:`Good thing`) REMOVE i.clewEmbedding");

        mirror(1, 600, 3, new ArrayList<>());

        assertThat(query("MATCH (i:`Good thing`) WHERE i.clewEmbedding IS NOT NULL RETURN count(i) AS it"))
                .containsExactly(100L);
    }

    @Test
    void mirrorsVectorsOfAnotherLength() {
        items(2);
        store.write(model("spectral", 2, 3), facts());
        store.write(model("spectral", 2, 4), facts());
        store.publish(GRAPH, 1);
        mirror(1, 2, 3, new ArrayList<>());
        store.publish(GRAPH, 2);

        mirror(2, 2, 4, new ArrayList<>());

        assertThat(query("MATCH (i:`Good thing` {sku: 0}) RETURN size(i.clewEmbedding) AS it"))
                .containsExactly(4L);
        assertThat(query("SHOW VECTOR INDEXES YIELD options RETURN options.indexConfig['vector.dimensions'] AS it"))
                .containsExactly(4L);
    }

    @Test
    void doesNotMirrorAVersionThatIsNotLive() {
        store.write(model("spectral", 2, 3), facts());
        assertThatThrownBy(() -> mirror(1, 2, 3, new ArrayList<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Version 1 of spectral is not the live one");
    }

    private static void mirror(long version, int items, int dimension, List<Long> done) {
        new VectorMirror(driver, "Good thing", "sku")
                .copy(GRAPH, version, model("spectral", items, dimension), done::add);
    }

    private static void items(int count) {
        query("UNWIND range(0, " + (count - 1) + ") AS sku CREATE (i:`Good thing` {sku: sku}) RETURN count(i) AS it");
    }

    private void write(String recommender, int times) {
        IntStream.range(0, times).forEach(i -> store.write(model(recommender, 2, 1), facts()));
    }

    private List<Long> versions() {
        return store.list(GRAPH).stream().map(StoredModel::version).toList();
    }

    private static ModelStore storeAt(Instant now) {
        return new ModelStore(driver, Clock.fixed(now, ZoneOffset.UTC), CHUNK_BYTES);
    }

    private static ModelFacts facts() {
        return new ModelFacts(GRAPH, "{\"dimension\":3}", 7, "abc", "{\"NDCG@20\":{\"value\":0.5}}");
    }

    /** Values 0, 1, 2 and so on, row after row; history scale 1, candidate scale 1/2. */
    private static Model model(String recommender, int items, int dimension) {
        float[] values = new float[items * dimension];
        float[] ones = new float[items];
        float[] halves = new float[items];
        IntStream.range(0, values.length).forEach(i -> values[i] = i);
        IntStream.range(0, items).forEach(i -> ones[i] = 1);
        IntStream.range(0, items).forEach(i -> halves[i] = 0.5f);
        return new Model(
                recommender,
                ItemKeys.of(KeyType.INTEGER, LongStream.range(0, items).boxed().toList()),
                new VectorContent(
                        new Factor(values, ones, dimension),
                        new Factor(values, halves, dimension),
                        FilterParameters.NONE));
    }

    private static byte[] bytes(Model model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelBytes.write(model, bytes);
        return bytes.toByteArray();
    }

    /** The column {@code it}. */
    private static List<Object> query(String statement) {
        try (Session session = driver.session()) {
            return session.run(statement, Map.of()).list().stream()
                    .filter(row -> row.containsKey("it"))
                    .map((Record row) -> row.get("it").asObject())
                    .toList();
        }
    }

    @Test
    void namesThatCypherWouldReadAsBackQuotesAreRefused() {
        assertThatThrownBy(() -> new VectorMirror(driver, "Item\\u0060) DETACH DELETE item //", "sku"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not have a backslash");
    }
}
