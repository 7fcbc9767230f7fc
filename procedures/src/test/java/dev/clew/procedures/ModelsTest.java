package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.types.Path;

/** Trained models of the {@link ShopTest} shop, with vectors made by hand: a model of scale s gives Ann the mug at 5 s. */
class ModelsTest {
    private static final String MUG =
            "CALL clew.recommend('ann', {recommender: 'spectral', graph: 'shop'}) YIELD itemId, score, answer";

    private static Database database;

    @BeforeAll
    static void start() {
        database = new Database();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void declareTheShopAnew() {
        database.clear();
        database.run(ShopTest.SHOP);
        database.run("CALL clew.graph.declare('shop', " + ShopTest.DECLARATION + ")");
    }

    private static void store(long version, float scale) {
        database.run(
                StoredModels.STORE, StoredModels.parameters("shop", version, StoredModels.shop("spectral", scale)));
    }

    private static void publish(long version) {
        database.run("CALL clew.model.publish($version, {graph: 'shop'})", Map.of("version", version));
    }

    private static void assertAnswers(long version, double score) {
        Record mug = database.run(MUG).get(0);
        assertThat(mug.get("itemId").asString()).isEqualTo("M1");
        assertThat(mug.get("score").asDouble()).isEqualTo(score);
        assertThat(mug.get("answer").get("modelVersion").asLong()).isEqualTo(version);
    }

    @Test
    void aLiveModelScoresByTheSumOverWhatTheUserDid() {
        store(1, 10);
        publish(1);

        List<Record> rows = database.run(MUG);

        // Ann: K1 + 2 T1 = (1, 2). Mug: 10 * (1 * 3 + 2 * 1) = 50. Jug: 1 * 1 - 2 * 5 < 0.
        assertThat(rows).hasSize(1);
        assertAnswers(1, 50);
        assertThat(rows.get(0).get("answer").get("recommender").asString()).isEqualTo("spectral");
    }

    @Test
    void theLedgerHasTheShareOfEachPurchase() {
        store(1, 10);
        publish(1);

        List<Record> rows = database.run("CALL clew.explain('ann', 'M1', {recommender: 'spectral'})");

        assertThat(rows)
                .extracting(row -> row.get("contribution").asDouble())
                .as("the kettle's share is 10 * 1 * 3, that of two teapots 10 * 2 * 1")
                .containsExactly(30.0, 20.0);
        Path path = rows.get(0).get("path").asPath();
        assertThat(path.end().get("sku").asString()).isEqualTo("K1");
    }

    @Test
    void similarItemsComeFromTheModelToo() {
        store(1, 10);
        publish(1);

        List<Record> rows = database.run("CALL clew.similar('K1', {recommender: 'spectral'})");

        assertThat(rows).extracting(row -> row.get("itemId").asString()).containsExactly("M1", "J1");
        assertThat(rows.get(0).get("answer").get("modelVersion").asLong()).isEqualTo(1);
    }

    @Test
    void aUserOfUnknownItemsGetsWhatIsPopularWithoutAModelVersion() {
        store(1, 10);
        publish(1);

        Record row = database.run("CALL clew.recommend('new', {recommender: 'spectral'})")
                .get(0);

        assertThat(row.get("answer").get("recommender").asString()).isEqualTo("popularity");
        assertThat(row.get("answer").get("modelVersion").isNull()).isTrue();
    }

    @Test
    void publishingSwitchesAndRollingBackReturns() {
        store(1, 10);
        store(2, 20);
        publish(1);
        assertAnswers(1, 50);

        publish(2);
        assertAnswers(2, 100);

        database.run("CALL clew.model.rollback('spectral', {graph: 'shop'})");
        assertAnswers(1, 50);
        assertThatThrownBy(() -> database.run("CALL clew.model.rollback('spectral')"))
                .hasMessageContaining("has nothing to go back to: version 1 is live")
                .hasMessageContaining("There are: 1 (spectral), 2 (spectral).");
    }

    @Test
    void aTransactionThatRollsBackChangesNothing() {
        store(1, 10);
        store(2, 20);
        publish(1);
        try (Session session = database.session();
                Transaction transaction = session.beginTransaction()) {
            transaction.run("CALL clew.model.publish(2)").consume();
            transaction.rollback();
        }

        assertAnswers(1, 50);
        assertThat(database.column("CALL clew.model.list() YIELD version, live WHERE live RETURN version"))
                .containsExactly(1L);
    }

    @Test
    void theListTellsWhatWasTrainedAndWhatAnswers() {
        store(1, 10);
        store(2, 20);
        publish(2);

        List<Record> rows = database.run("CALL clew.model.list({graph: 'shop'})");

        assertThat(rows).extracting(row -> row.get("version").asLong()).containsExactly(1L, 2L);
        assertThat(rows).extracting(row -> row.get("live").asBoolean()).containsExactly(false, true);
        assertThat(rows.get(0).get("settings").asMap()).isEqualTo(Map.of("dimension", 2L));
        assertThat(rows.get(0).get("items").asLong()).isEqualTo(4);
        assertThat(database.column("CALL clew.help('spectral') YIELD name")).contains("model 'spectral'");
    }

    @Test
    void aTornModelNeverReplacesAGoodOne() {
        store(1, 10);
        publish(1);
        byte[] whole = StoredModels.bytes(StoredModels.shop("spectral", 20));
        byte[] torn = Arrays.copyOf(whole, whole.length - 70);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        long version = 2;
        for (byte[] bytes : List.of(torn, damaged)) {
            long bad = version++;
            database.run(
                    StoredModels.STORE,
                    StoredModels.parameters("shop", bad, StoredModels.shop("spectral", 20), bytes, "ready"));

            assertThatThrownBy(() -> publish(bad))
                    .hasMessageContaining("version (" + bad + ") of 'spectral' cannot be made live:")
                    .hasMessageContaining("What is live stays so.");
            assertAnswers(1, 50);
        }
    }

    /** Whoever moves the pointer by hand does not get the check of clew.model.publish; the model that answers is kept all the same. */
    @Test
    void aPointerToNothingLeavesTheModelThatAnswers() {
        store(1, 10);
        publish(1);

        database.run("MATCH (p:ClewLiveModel {graph: 'shop'}) SET p.version = 99");

        assertAnswers(1, 50);
    }

    @Test
    void errorsNameTheWayOut() {
        assertThatThrownBy(() -> publish(7))
                .hasMessageContaining("version (7) is not a model of graph 'shop'. There are no models yet")
                .hasMessageContaining("./clew train");
        database.run(
                StoredModels.STORE,
                StoredModels.parameters("shop", 1, StoredModels.shop("spectral", 1), new byte[0], "writing"));
        assertThatThrownBy(() -> publish(1)).hasMessageContaining("is not complete: its state is 'writing'");
        assertThatThrownBy(() -> publish(7)).hasMessageContaining("There are: 1 (spectral).");
        assertThatThrownBy(() -> database.run("CALL clew.model.rollback('spectral')"))
                .hasMessageContaining("recommender (spectral) has no live model in graph 'shop'.");
        assertThatThrownBy(() -> database.run(MUG))
                .hasMessageContaining("recommender (spectral) is neither installed nor a live model of graph 'shop'.")
                .hasMessageContaining("./clew train");
        assertThatThrownBy(() -> database.run("CALL clew.model.list({grph: 'shop'})"))
                .hasMessageContaining("Did you mean 'graph'?");
    }

    @Test
    void aLiveModelCannotBeDroppedAndAnotherGoesWithItsBytes() {
        store(1, 10);
        store(2, 20);
        publish(1);

        assertThatThrownBy(() -> database.run("CALL clew.model.drop(1)"))
                .hasMessageContaining("version (1) of 'spectral' is live and cannot be dropped.");
        database.run("CALL clew.model.drop(2)");

        assertThat(database.column("CALL clew.model.list() YIELD version")).containsExactly(1L);
        assertThat(database.column("MATCH (c:ClewModelChunk) WHERE NOT (:ClewModel)-[:HAS_CHUNK]->(c) RETURN c"))
                .isEmpty();
    }

    @Test
    void twoGraphsHaveTheirOwnModels() {
        database.run("CALL clew.graph.declare('other', " + ShopTest.DECLARATION + ")");
        store(1, 10);
        publish(1);
        database.run(StoredModels.STORE, StoredModels.parameters("other", 1, StoredModels.shop("spectral", 20)));
        database.run("CALL clew.model.publish(1, {graph: 'other'})");

        assertAnswers(1, 50);
        assertThat(database.column("CALL clew.recommend('ann', {recommender: 'spectral', graph: 'other'}) YIELD score"))
                .containsExactly(100.0);
        database.run("CALL clew.graph.drop('other')");
    }

    @Test
    void whatTheCallerHasNotCommittedCountsAndAnItemThatIsGoneDoesNot() {
        store(1, 10);
        publish(1);
        try (Session session = database.session();
                Transaction transaction = session.beginTransaction()) {
            transaction
                    .run("MATCH (:Customer {id: 'ann'})-[b:BOUGHT]->(:Product {sku: 'T1'}) DELETE b")
                    .consume();
            double score = transaction
                    .run(MUG)
                    .list(row -> row.get("score").asDouble())
                    .get(0);
            assertThat(score).as("without the teapots: 10 * 3").isEqualTo(30);
            transaction.rollback();
        }
        assertAnswers(1, 50);

        database.run("MATCH (p:Product {sku: 'M1'}) DETACH DELETE p");
        assertThat(database.column(MUG + " WHERE answer.recommender = 'spectral' RETURN itemId"))
                .isEmpty();
    }

    @Test
    void aSnapshotReadAgainIsAnsweredFromByTheSameModel() {
        store(1, 10);
        publish(1);
        // Another declaration: the snapshot is built anew, under other node numbers.
        database.run("MATCH (n:Customer {id: 'cy'}) DETACH DELETE n");
        database.run("CALL clew.graph.declare('shop', " + ShopTest.DECLARATION.replace("weight: 'qty', ", "") + ")");

        Record mug = database.run(MUG).get(0);

        assertThat(mug.get("score").asDouble())
                .as("quantities do not count any more: 10 * (3 + 1)")
                .isCloseTo(40, within(1e-9));
    }

    @Test
    void answersUnderLoadAreWhollyOfOneVersionAndNoneFails() throws Exception {
        store(1, 10);
        store(2, 20);
        publish(1);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> askers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                askers.add(threads.submit(() -> askUntil(over)));
            }
            for (int i = 0; i < 20; i++) {
                publish(1 + (i + 1) % 2);
            }
            over.set(true);
            for (Future<Integer> asker : askers) {
                assertThat(asker.get()).as("answers, none of which failed").isPositive();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        assertAnswers(1, 50);
    }

    /** Ann's vector is (1, 2), that of a new item for hot water (1, 0): twice 1, of which all is the kettle's. */
    @Test
    void anItemIsRecommendedByItsAttributesInTheRequestAfterTheCommitThatCreatesIt() {
        database.run(StoredModels.STORE, StoredModels.parameters("shop", 1, StoredModels.shopWithCategories()));
        publish(1);
        for (int i = 0; i < 50; i++) {
            database.run(
                    "MATCH (c:Category {name: 'Hot water'}) CREATE (:Product {sku: $sku, title: 'New'})-[:IN]->(c)",
                    Map.of("sku", "new" + i));

            List<Record> rows =
                    database.run("CALL clew.recommend('ann', {recommender: 'ridge-encoder', k: 100, explain: 'full'})");

            Record added = rows.stream()
                    .filter(row -> row.get("itemId").asString().startsWith("new"))
                    .reduce((a, b) -> b)
                    .orElseThrow();
            assertThat(rows).as("the mug, the jug and all new items").hasSize(i + 3);
            assertThat(added.get("score").asDouble()).isCloseTo(2, within(1e-5));
            assertThat(added.get("reason").asString()).contains("Hot water");
        }
        double score = database.run("CALL clew.explain('ann', 'new7', {recommender: 'ridge-encoder'})").stream()
                .mapToDouble(row -> row.get("contribution").asDouble())
                .sum();
        assertThat(score).as("the sum of the ledger").isCloseTo(2, within(1e-5));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theListServedIsThatOfMultiplyingEverything(long seed) {
        int dimension = 70;
        Random random = new Random(seed);
        List<String> keys =
                IntStream.range(0, 150).mapToObj(i -> String.format("P%03d", i)).toList();
        float[] values = new float[keys.size() * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * (i / dimension % 5) / (1 + i % dimension));
        }
        List<String> bought =
                random.ints(6, 0, keys.size()).distinct().mapToObj(keys::get).toList();
        database.run(
                "UNWIND $keys AS key CREATE (p:Product {sku: key}) WITH p WHERE p.sku IN $bought"
                        + " MATCH (c:Customer {id: 'new'}) CREATE (c)-[:BOUGHT {qty: 1}]->(p)",
                Map.of("keys", keys, "bought", bought));
        database.run(
                StoredModels.STORE, StoredModels.parameters("shop", 1, StoredModels.random(keys, values, dimension)));
        publish(1);

        List<String> expected = bestByHand(keys, values, dimension, bought);

        for (String search : List.of("pruned", "exhaustive")) {
            assertThat(database.run(
                            "CALL clew.recommend('new', {recommender: 'spectral', k: 20, search: $search})",
                            Map.of("search", search)))
                    .as("seed %s, %s", seed, search)
                    .extracting(row -> row.get("itemId").asString())
                    .isEqualTo(expected);
        }
    }

    /** The twenty best keys by score, then by key, of those not bought. */
    private static List<String> bestByHand(List<String> keys, float[] values, int dimension, List<String> bought) {
        double[] user = new double[dimension];
        bought.forEach(key ->
                IntStream.range(0, dimension).forEach(i -> user[i] += values[keys.indexOf(key) * dimension + i]));
        ToDoubleFunction<String> score = key -> IntStream.range(0, dimension)
                .mapToDouble(i -> user[i] * values[keys.indexOf(key) * dimension + i])
                .sum();
        return keys.stream()
                .filter(key -> !bought.contains(key) && score.applyAsDouble(key) > 0)
                .sorted(Comparator.comparingDouble(score).reversed().thenComparing(key -> key))
                .limit(20)
                .toList();
    }

    private static int askUntil(AtomicBoolean over) {
        int answers = 0;
        try (Session session = database.session()) {
            while (!over.get() || answers == 0) {
                Record mug = session.run(MUG).list().get(0);
                long version = mug.get("answer").get("modelVersion").asLong();
                assertThat(mug.get("score").asDouble())
                        .as("score of version %s", version)
                        .isEqualTo(version * 50.0);
                answers++;
            }
        }
        return answers;
    }
}
