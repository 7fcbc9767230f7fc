package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;

/** Comparing nodes of the shop: Ann bought a kettle and two teapots, Bob a kettle and a mug, Cy a mug; kettle, teapot and jug are in one category. */
class SimilarityTest {
    private static Database database;

    @BeforeAll
    static void declareTheShop() {
        database = new Database();
        database.run(ShopTest.SHOP);
        database.run("CREATE (:Stranger)");
        database.run("CALL clew.graph.declare('shop', " + ShopTest.DECLARATION + ")");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** Kettle {ann, bob}, teapot {ann}, mug {bob, cy}; ann {kettle, teapot}, bob {kettle, mug}; each person has degree 2 but Cy. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jaccard('K1', 'M1', {types: 'BOUGHT'}) | 0.3333333333333333",
                "jaccard('K1', 'T1') | 0.6666666666666666",
                "jaccard('K1', 'T1', {weighted: true, types: ['BOUGHT']}) | 0.3333333333333333",
                "overlap('K1', 'T1', {types: 'BOUGHT'}) | 1.0",
                "cosine('K1', 'M1', {types: 'BOUGHT'}) | 0.5",
                "commonNeighbors('K1', 'J1') | 1.0",
                "adamicAdar('K1', 'M1', {types: 'BOUGHT'}) | 1.4426950408889634",
                "resourceAllocation('K1', 'M1', {types: 'BOUGHT'}) | 0.5",
                "preferentialAttachment('K1', 'M1', {types: 'BOUGHT'}) | 4.0",
                "pathSim('K1', 'J1', {path: ['IN>', '<IN']}) | 1.0",
                "pathSim('K1', 'M1', {path: ['BOUGHT', 'BOUGHT']}) | 0.5",
            })
    void aFunctionComparesTwoItemsByKey(String call, double expected) {
        assertThat((Double) database.column("RETURN clew.similarity." + call).get(0))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void functionsStandInAnyExpressionOverAnyTwoNodes() {
        List<Record> rows = database.run("""
                MATCH (a:Customer), (b:Customer) WHERE a.id < b.id
                RETURN a.id + ' ' + b.id AS pair, clew.similarity.jaccard(a, b, {types: 'BOUGHT>'}) AS similarity
                ORDER BY similarity DESC, pair
                """);

        assertThat(rows).extracting(row -> row.get("pair").asString()).startsWith("bob cy", "ann bob", "ann cy");
        assertThat(rows.get(0).get("similarity").asDouble()).isEqualTo(0.5);
        assertThat(rows.get(1).get("similarity").asDouble()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(database.column(
                        "OPTIONAL MATCH (n:Customer {id: 'nobody'}) RETURN clew.similarity.jaccard(n, 'K1')"))
                .containsOnlyNulls();
    }

    @Test
    void theMostSimilarItemsUsersAndAttributesAreRanked() {
        assertThat(database.column("CALL clew.similarity.topK('K1', {types: 'BOUGHT'}) YIELD key"))
                .containsExactly("T1", "M1");
        assertThat(database.column("MATCH (c:Customer {id: 'ann'}) CALL clew.similarity.topK(c) YIELD key RETURN key"))
                .containsExactly("bob");
        assertThat(
                        database.column(
                                "MATCH (c:Category {name: 'Cups'}) CALL clew.similarity.topK(c, {index: 'pathSim', path: ['<IN', '<BOUGHT', 'BOUGHT>', 'IN>']}) YIELD key RETURN key"))
                .containsExactly("Hot water");
        Record first = database.run(
                        "CALL clew.similarity.topK('K1', {types: 'BOUGHT', index: 'cosine', weighted: true, k: 1})")
                .get(0);
        assertThat(first.get("rank").asInt()).isEqualTo(1);
        assertThat(first.get("node").asNode().get("title").asString()).isEqualTo("Teapot");
        assertThat(first.get("similarity").asDouble()).isCloseTo(1 / Math.sqrt(2), within(1e-12));
        assertThat(first.get("answer").asMap())
                .containsEntry("index", "cosine")
                .containsEntry("stoppedBy", "complete")
                .containsEntry("workDone", 1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RETURN clew.similarity.jaccard('K1', 'X9') | No item with key 'X9' in graph 'shop'.",
                "RETURN clew.similarity.jaccard('K1', 'M1', {types: 'BOUHGT'}) | Did you mean 'BOUGHT'?",
                "RETURN clew.similarity.jaccard('K1', 'M1', {type: 'BOUGHT'}) | Did you mean 'types'?",
                "RETURN clew.similarity.jaccard('K1', 'M1', {path: ['IN', 'IN']}) | path must be given for pathSim only",
                "RETURN clew.similarity.pathSim('K1', 'M1', {}) | path must be given for pathSim",
                "RETURN clew.similarity.pathSim('K1', 'M1', {path: ['IN>', 'BOUGHT']}) | path must be symmetric",
                "RETURN clew.similarity.adamicAdar('K1', 'M1', {weighted: true}) | weighted (true) must be false for adamicAdar",
                "RETURN clew.similarity.jaccard('K1', 'M1', {maxWork: 0}) | The work ended before all neighbours",
                "MATCH (s:Stranger) RETURN clew.similarity.jaccard('K1', s) | node must be a user, item or attribute of graph 'shop', and committed: Customer, Product, Category.",
                "CALL clew.similarity.topK('K1', {index: 'jacard'}) | index (jacard) must be one of jaccard",
            })
    void badInputIsNamedWithTheWayOut(String call, String message) {
        assertThatThrownBy(() -> database.run(call)).hasMessageContaining(message);
    }

    @Test
    void helpListsFunctionsTheirOptionsAndTheProcedure() {
        assertThat(database.column("CALL clew.help('similar') YIELD name"))
                .contains("clew.similarity.adamicAdar", "clew.similarity.topK", "option of clew.similarity types");
    }
}
