package dev.clew.api.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.clew.api.question.Question;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(RecommendationController.class)
class RecommendationControllerTest {
    private static final String OF_ANA = "/v1/users/ana/recommendations";
    private static final RankedAnswer NOTHING = new RankedAnswer(null, null, null, List.of());

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private Recommendations recommendations;

    @Test
    void answersWithWhoAnsweredAndItemsInOrderOfRank() throws Exception {
        answer(new RankedAnswer(
                "a-1", "meta-path", "complete", List.of(item(1, "heat", null), item(2, "ronin", null))));
        mvc.perform(get(OF_ANA))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {"answerId": "a-1", "user": "ana", "recommender": "meta-path", "stoppedBy": "complete", "items": [
                          {"rank": 1, "itemId": "heat", "name": "HEAT", "score": 0.5},
                          {"rank": 2, "itemId": "ronin", "name": "RONIN", "score": 0.5}]}""", org.springframework.test.json.JsonCompareMode.STRICT));
    }

    @Test
    void tellsTheReasonAndWhatTheScoreIsTheSumOf() throws Exception {
        answer(new RankedAnswer("a-1", "meta-path", "complete", List.of(item(1, "heat", "You rated Ronin"))));
        mvc.perform(get(OF_ANA + "?explain=full"))
                .andExpect(jsonPath("$.items[0].reason").value("You rated Ronin"))
                .andExpect(jsonPath("$.items[0].contributions[0].kind").value("path"))
                .andExpect(jsonPath("$.items[0].contributions[0].share").value(1.0));
    }

    @Test
    void asksWithTheOptionsInTheFormOfTheProcedure() throws Exception {
        Map<String, @Nullable Object> options = optionsOf(
                "?k=3&recommender=popularity&explain=short&exclude=a&exclude=b&filter=genre:Drama&filter=genre:War"
                        + "&filter=country:France&asOf=2026-11-01T20:00:00Z&seed=7&timeoutMillis=50&maxWork=9");
        assertThat(options)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("graph", "default"),
                        Map.entry("k", 3),
                        Map.entry("recommender", "popularity"),
                        Map.entry("explain", "short"),
                        Map.entry("exclude", List.of("a", "b")),
                        Map.entry("filter", Map.of("genre", List.of("Drama", "War"), "country", List.of("France"))),
                        Map.entry("asOf", OffsetDateTime.parse("2026-11-01T20:00:00Z")),
                        Map.entry("seed", 7L),
                        Map.entry("timeoutMillis", 50L),
                        Map.entry("maxWork", 9L)));
    }

    @Test
    void leavesToTheProcedureWhatTheCallerDidNotSay() throws Exception {
        assertThat(optionsOf("")).isEqualTo(Map.of("graph", "default"));
    }

    @Test
    void handsARecommendersOwnParametersOn() throws Exception {
        assertThat(optionsOf("?restartProbability=0.15")).containsEntry("restartProbability", 0.15);
    }

    @Test
    void keepsACommaWithinAKey() throws Exception {
        assertThat(optionsOf("?exclude=me,%20myself").get("exclude")).isEqualTo(List.of("me, myself"));
    }

    @Test
    void takesNoOptionFromAHeader() throws Exception {
        answer(NOTHING);
        mvc.perform(get(OF_ANA).header("Recommender", "popularity")).andExpect(status().isOk());
        assertThat(asked()).doesNotContainKey("recommender");
    }

    @Test
    void keepsASlashWithinAKey() throws Exception {
        answer(NOTHING);
        mvc.perform(get(URI.create("/v1/users/a%2Fb/recommendations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.user").value("a/b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k=0 | k (0) must be in [1, 1000].",
                "k=1001 | k (1001) must be in [1, 1000].",
                "k=ten | k (ten) must be a whole number.",
                "explain=yes | explain (yes) must be one of none, short, full.",
                "filter=Drama | filter[0] (Drama) must be written kind:key, for example genre:Drama.",
                "seed=1.5 | seed (1.5) must be a whole number.",
                "timeoutMillis=0 | timeoutMillis (0) must be at least 1.",
                "asOf=noon | asOf (noon) must be epoch milliseconds or a date-time with an offset, for example 2026-11-01T20:00:00Z.",
                "k=0&maxWork=-1 | k (0) must be in [1, 1000]. maxWork (-1) must be at least 0."
            })
    void refusesAnArgumentNamingItAndTheRule(String query, String detail) throws Exception {
        mvc.perform(get(OF_ANA + "?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:clew:problem:bad-argument"))
                .andExpect(jsonPath("$.title").value("Bad argument"))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.detail").value(detail))
                .andExpect(jsonPath("$.instance").value(OF_ANA));
    }

    @Test
    void passesTheInteractionsOfAVisitorOn() throws Exception {
        when(recommendations.toVisitor(any(), any())).thenReturn(NOTHING);
        sendVisitor(
                        "{\"interactions\": [{\"item\": \"heat\", \"type\": \"RATED\", \"weight\": 4.5, \"time\": 7}, {\"item\": 42}]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.user").isEmpty());
        ArgumentCaptor<Visitor> visitor = ArgumentCaptor.captor();
        verify(recommendations).toVisitor(visitor.capture(), any());
        assertThat(visitor.getValue().toList())
                .containsExactly(
                        Map.of("item", "heat", "type", "RATED", "weight", 4.5, "time", 7L), Map.of("item", "42"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ | The body must be a JSON object such as {\"interactions\": [{\"item\": \"alien-1979\"}]}.",
                "{\"interactions\": []} | interactions ([]) must name at least one interaction.",
                "{} | interactions must name at least one interaction.",
                "{\"interactions\": [{}]} | interactions[0].item must be given.",
                "{\"interactions\": [{\"item\": \"a\", \"weight\": \"good\"}]} | interactions[0].weight must be a number.",
                "{\"interactions\": [{\"itm\": \"a\"}]} | interactions[0].itm is not a known field. Known: item, time, type, weight."
            })
    void refusesABodyNamingTheField(String body, String detail) throws Exception {
        sendVisitor(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(detail));
    }

    @Test
    void answersAnUnknownUserWithTheProceduresWords() throws Exception {
        fail(new ClientException(
                "Neo.ClientError.Procedure.ProcedureCallFailed",
                "Failed to invoke procedure `clew.recommend`: Caused by:"
                        + " dev.clew.core.recommend.UnknownKeyException: No user with key 'ana' in graph 'default'."));
        mvc.perform(get(OF_ANA))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:clew:problem:unknown-user"))
                .andExpect(jsonPath("$.detail").value("No user with key 'ana' in graph 'default'."));
    }

    @Test
    void saysWhenToAskAgainWhileTheDatabaseIsAway() throws Exception {
        fail(new ServiceUnavailableException("10.0.0.7 is away"));
        mvc.perform(get(OF_ANA))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(jsonPath("$.type").value("urn:clew:problem:database-away"));
    }

    @Test
    void findsTheDatabasesFailureUnderWhatSpringWrapsAroundIt() throws Exception {
        fail(new IllegalStateException("Could not open a session", new ServiceUnavailableException("away")));
        mvc.perform(get(OF_ANA)).andExpect(status().isServiceUnavailable());
    }

    @Test
    void keepsTheCauseOfAFailureToItsLog() throws Exception {
        fail(new IllegalStateException("secret"));
        String body = mvc.perform(get(OF_ANA))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:clew:problem:internal"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(body).contains("log has the cause under").doesNotContain("secret", "Exception");
    }

    @Test
    void refusesAMethodAnEndpointDoesNotHave() throws Exception {
        expectGeneric(mvc.perform(put(OF_ANA)), 405, "Method Not Allowed").andExpect(header().string("Allow", "GET"));
    }

    @Test
    void refusesToAnswerInAnotherFormThanJson() throws Exception {
        expectGeneric(mvc.perform(get(OF_ANA).accept(MediaType.APPLICATION_XML)), 406, "Not Acceptable");
    }

    @Test
    void refusesABodyThatIsNotJson() throws Exception {
        expectGeneric(
                mvc.perform(post("/v1/recommendations")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("heat")),
                415,
                "Unsupported Media Type");
    }

    @Test
    void answersAnUnknownPathWithAProblemToo() throws Exception {
        expectGeneric(mvc.perform(get("/v1/nothing")), 404, "Not Found");
    }

    private static ResultActions expectGeneric(ResultActions answer, int status, String title) throws Exception {
        return answer.andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("about:blank"))
                .andExpect(jsonPath("$.title").value(title))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.instance").isNotEmpty());
    }

    private ResultActions sendVisitor(String body) throws Exception {
        return mvc.perform(post("/v1/recommendations")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private Map<String, @Nullable Object> optionsOf(String query) throws Exception {
        answer(NOTHING);
        mvc.perform(get(URI.create(OF_ANA + query))).andExpect(status().isOk());
        return asked();
    }

    private Map<String, @Nullable Object> asked() {
        ArgumentCaptor<Question> question = ArgumentCaptor.captor();
        verify(recommendations).toUser(eq("ana"), question.capture());
        return question.getValue().toMap("default");
    }

    private void answer(RankedAnswer answer) {
        when(recommendations.toUser(any(), any())).thenReturn(answer);
    }

    private void fail(RuntimeException failure) {
        when(recommendations.toUser(any(), any())).thenThrow(failure);
    }

    private static RankedAnswer.Item item(long rank, String key, @Nullable String reason) {
        List<RankedAnswer.Contribution> contributions =
                reason == null ? null : List.of(new RankedAnswer.Contribution("path", 0.5, 1.0, reason));
        return new RankedAnswer.Item(rank, key, key.toUpperCase(java.util.Locale.ROOT), 0.5, reason, contributions);
    }
}
