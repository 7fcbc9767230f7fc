package dev.clew.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the service answers over HTTP when a real database stands behind it. The graph:
 *
 * <pre>
 * ana -5-> alien                  alien, blade-runner -directed by-> Ridley Scott, -in-> Sci-Fi
 * ben -5-> alien, -4-> heat       heat, "casino, part 1/2" -in-> Crime
 * cleo -5-> heat, -4-> casino
 * </pre>
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ApiContract {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String GRAPH = """
            CREATE (ana:User {id: 'ana', name: 'Anastasia'}), (ben:User {id: 'ben-4711', name: 'Benedikt'}),
                   (cleo:User {id: 'cleo-4712', name: 'Cleopatra'}), (:User {id: 'newcomer', name: 'Newcomer'}),
                   (alien:Movie {id: 'alien', title: 'Alien', secret: 'undeclared'}),
                   (blade:Movie {id: 'blade-runner', title: 'Blade Runner', secret: 'undeclared'}),
                   (heat:Movie {id: 'heat', title: 'Heat', secret: 'undeclared'}),
                   (casino:Movie {id: 'casino, part 1/2', title: 'Casino', secret: 'undeclared'}),
                   (scifi:Genre {name: 'Sci-Fi'}), (crime:Genre {name: 'Crime'}), (scott:Person {name: 'Ridley Scott'}),
                   (ana)-[:RATED {rating: 5.0, timestamp: 1000}]->(alien),
                   (ben)-[:RATED {rating: 5.0, timestamp: 2000}]->(alien),
                   (ben)-[:RATED {rating: 4.0, timestamp: 3000}]->(heat),
                   (cleo)-[:RATED {rating: 5.0, timestamp: 4000}]->(heat),
                   (cleo)-[:RATED {rating: 4.0, timestamp: 5000}]->(casino),
                   (alien)-[:IN_GENRE]->(scifi), (blade)-[:IN_GENRE]->(scifi),
                   (heat)-[:IN_GENRE]->(crime), (casino)-[:IN_GENRE]->(crime),
                   (scott)-[:DIRECTED]->(alien), (scott)-[:DIRECTED]->(blade)""";

    private static final String DECLARE = """
            CALL clew.graph.declare('default', {
              user: {label: 'User', key: 'id', name: 'name'}, item: {label: 'Movie', key: 'id', name: 'title'},
              interactions: [{type: 'RATED', weight: 'rating', time: 'timestamp', positiveFrom: 3.5, negativeUpTo: 2.0}],
              attributes: [{type: 'IN_GENRE', label: 'Genre', kind: 'genre', key: 'name', direction: 'OUT'},
                           {type: 'DIRECTED', label: 'Person', kind: 'director', key: 'name', direction: 'IN'}]})""";

    private static final String OF_ANA = "/v1/users/ana/recommendations";

    @Autowired
    private Driver driver;

    @LocalServerPort
    private int port;

    @BeforeEach
    void aSmallGraphIsDeclaredAndReady() {
        cypher("MATCH (n) WHERE NOT n:ClewGraph DETACH DELETE n");
        cypher(GRAPH);
        cypher(DECLARE);
        Awaitility.await("readiness")
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    void recommendsWhatTheUserDoesNotKnowBestFirst() {
        String answer = ok(OF_ANA);
        assertThat(JsonPath.<List<String>>read(answer, "$.items[*].itemId"))
                .contains("blade-runner", "heat")
                .doesNotContain("alien");
        List<Number> scores = JsonPath.read(answer, "$.items[*].score");
        assertThat(scores).extracting(Number::doubleValue).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(JsonPath.<List<Integer>>read(answer, "$.items[*].rank")).startsWith(1, 2);
        assertThat(JsonPath.<String>read(answer, "$.user")).isEqualTo("ana");
        assertThat(JsonPath.<String>read(answer, "$.recommender")).isEqualTo("meta-path");
        assertThat(JsonPath.<String>read(answer, "$.stoppedBy")).isEqualTo("complete");
        assertThat(JsonPath.<String>read(answer, "$.answerId")).isNotBlank();
    }

    @Test
    void returnsTheDeclaredNameOfAnItemAndNoOtherProperty() {
        String answer = ok(OF_ANA);
        assertThat(JsonPath.<List<String>>read(answer, "$.items[?(@.itemId == 'blade-runner')].name"))
                .containsExactly("Blade Runner");
        assertThat(answer).doesNotContain("undeclared", "secret");
    }

    @Test
    void givesNoReasonUnlessAsked() {
        assertThat(ok(OF_ANA)).doesNotContain("reason", "contributions");
    }

    @Test
    void givesAReasonThatNamesWhatTheUserDid() {
        String answer = ok(OF_ANA + "?explain=short");
        assertThat(JsonPath.<List<String>>read(answer, "$.items[?(@.itemId == 'blade-runner')].reason"))
                .singleElement()
                .asString()
                .contains("Alien");
        assertThat(answer).doesNotContain("contributions");
    }

    @Test
    void contributionsAddUpToTheScore() {
        String answer = ok(OF_ANA + "?explain=full");
        assertThat(itemIds(OF_ANA)).isNotEmpty();
        for (int i = 0; i < itemIds(OF_ANA).size(); i++) {
            double score =
                    JsonPath.<Number>read(answer, "$.items[" + i + "].score").doubleValue();
            List<Number> parts = JsonPath.read(answer, "$.items[" + i + "].contributions[*].contribution");
            assertThat(parts.stream().mapToDouble(Number::doubleValue).sum()).isCloseTo(score, within(score * 1e-6));
        }
    }

    @Test
    void neverTellsOneUserWhoAnotherIs() {
        String recommendation = ok(OF_ANA + "?explain=full");
        String explanation = ok(OF_ANA + "/heat/explanation");
        assertThat(recommendation + explanation).doesNotContain("ben-4711", "Benedikt", "cleo-4712", "Cleopatra");
    }

    @Test
    void explainsAnItemByAPathThroughAnotherUserOfWhomOnlyTheLabelIsShown() {
        String answer = ok(OF_ANA + "/heat/explanation");
        List<Map<String, ?>> nodes = JsonPath.read(answer, "$.contributions[0].path.nodes");
        assertThat(nodes.get(0)).isEqualTo(Map.of("label", "User", "key", "ana", "name", "Anastasia"));
        assertThat(nodes.get(1)).isEqualTo(Map.of("label", "Movie", "key", "alien", "name", "Alien"));
        assertThat(nodes.get(2)).isEqualTo(Map.of("label", "User"));
        assertThat(nodes.get(3)).isEqualTo(Map.of("label", "Movie", "key", "heat", "name", "Heat"));
        List<Map<String, ?>> relationships = JsonPath.read(answer, "$.contributions[0].path.relationships");
        assertThat(relationships)
                .isEqualTo(List.of(
                        Map.of("type", "RATED", "from", 0, "to", 1),
                        Map.of("type", "RATED", "from", 2, "to", 1),
                        Map.of("type", "RATED", "from", 2, "to", 3)));
    }

    @Test
    void explainsAnItemByTheAttributesItShares() {
        String answer = ok(OF_ANA + "/blade-runner/explanation");
        assertThat(JsonPath.<List<String>>read(answer, "$..nodes[?(@.label == 'Person')].name"))
                .contains("Ridley Scott");
        List<Number> shares = JsonPath.read(answer, "$.contributions[*].share");
        assertThat(shares.stream().mapToDouble(Number::doubleValue).sum()).isCloseTo(1, within(1e-6));
        assertThat(answer).doesNotContain("undeclared");
    }

    @Test
    void returnsNoMoreItemsThanAskedFor() {
        assertThat(itemIds(OF_ANA + "?k=1")).hasSize(1);
    }

    @Test
    void leavesOutExcludedItems() {
        assertThat(itemIds(OF_ANA + "?exclude=heat&exclude=casino,%20part%201/2"))
                .containsExactly("blade-runner");
    }

    @Test
    void keepsToTheAttributesAskedFor() {
        assertThat(itemIds(OF_ANA + "?filter=genre:Sci-Fi")).containsExactly("blade-runner");
    }

    @Test
    void handsTheRecommendersOwnParametersOn() {
        String answer = ok(OF_ANA + "?recommender=personalized-pagerank&restartProbability=0.3");
        assertThat(JsonPath.<String>read(answer, "$.recommender")).isEqualTo("personalized-pagerank");
    }

    @Test
    void recommendsToAVisitorFromInteractionsThatAreNotStored() {
        String before = ok("/v1/trending");
        HttpResponse<String> answer = post(
                "/v1/recommendations?k=3",
                "{\"interactions\": [{\"item\": \"alien\", \"type\": \"RATED\", \"weight\": 5}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.items[*].itemId"))
                .contains("blade-runner", "heat")
                .doesNotContain("alien");
        assertThat(JsonPath.<List<String>>read(ok("/v1/trending"), "$.items[*].itemId"))
                .isEqualTo(JsonPath.<List<String>>read(before, "$.items[*].itemId"));
    }

    @Test
    void listsItemsSimilarToAnItemWhoseKeyHoldsACommaAndASlash() {
        String answer = ok("/v1/items/casino,%20part%201%2F2/similar");
        assertThat(JsonPath.<String>read(answer, "$.itemId")).isEqualTo("casino, part 1/2");
        assertThat(JsonPath.<List<String>>read(answer, "$.items[*].itemId"))
                .contains("heat")
                .doesNotContain("casino, part 1/2");
    }

    @Test
    void listsWhatIsPopular() {
        assertThat(itemIds("/v1/trending")).contains("alien", "heat");
    }

    @Test
    void fallsBackToWhatIsPopularForAUserWithoutInteractions() {
        String answer = ok("/v1/users/newcomer/recommendations");
        assertThat(JsonPath.<String>read(answer, "$.recommender")).isEqualTo("popularity");
        assertThat(JsonPath.<List<String>>read(answer, "$.items[*].itemId")).contains("alien", "heat");
    }

    @Test
    void seesWhatWasCommittedJustBefore() {
        cypher("MATCH (u:User {id: 'ana'}), (m:Movie {id: 'blade-runner'})"
                + " CREATE (u)-[:RATED {rating: 4.5, timestamp: 6000}]->(m)");
        assertThat(itemIds(OF_ANA)).doesNotContain("blade-runner").contains("heat");
    }

    @Test
    void listsTheDeclaredGraphs() {
        String answer = ok("/v1/graphs");
        assertThat(JsonPath.<List<String>>read(answer, "$.graphs[*].name")).containsExactly("default");
        assertThat(JsonPath.<String>read(answer, "$.graphs[0].declaration.item.label"))
                .isEqualTo("Movie");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/v1/users/nobody/recommendations | 404 | unknown-user | No user with key 'nobody'",
                "/v1/users/nobody/recommendations/heat/explanation | 404 | unknown-user | No user with key 'nobody'",
                "/v1/users/ana/recommendations/nothing/explanation | 404 | unknown-item | No item with key 'nothing'",
                "/v1/items/nothing/similar | 404 | unknown-item | No item with key 'nothing'",
                "/v1/trending?graph=shop | 404 | unknown-graph | No graph is named 'shop'. Declared: default.",
                "/v1/trending?kk=3 | 400 | bad-argument | Did you mean 'k'",
                "/v1/trending?recommender=metapath | 400 | bad-argument | meta-path",
                "/v1/trending?filter=genr:Crime | 400 | bad-argument | Did you mean 'genre'",
                "/v1/users/ana/recommendations?recommender=personalized-pagerank&restartProbability=1.5 | 400 | bad-argument | restartProbability (1.5) must be"
            })
    void refusesInTheProceduresWordsAndNothingElse(String path, int status, String type, String words) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("urn:clew:problem:" + type);
        assertThat(JsonPath.<String>read(answer.body(), "$.detail"))
                .contains(words)
                .doesNotContain("Caused by", "Exception", "Failed to invoke");
    }

    @Test
    void isReadyAndSaysWhichGraphsCanBeAsked() {
        String readiness = ok("/actuator/health/readiness");
        assertThat(JsonPath.<String>read(readiness, "$.components.recommendationGraph.details.graphs.default.state"))
                .isEqualTo("ready");
    }

    private List<String> itemIds(String path) {
        return JsonPath.read(ok(path), "$.items[*].itemId");
    }

    private String ok(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " answered " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void cypher(String statement) {
        driver.executableQuery(statement).execute();
    }
}
