package dev.clew.core.path;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetaPathRecommenderTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    /** Transition probabilities, popular items not held back: numbers that can be followed by hand. */
    private static final MetaPathParameters PROBABILITIES = new MetaPathParameters(1, 0, Map.of());

    private static final String CO_LIKED = "u-LIKES->a, v-LIKES->a, v-LIKES->b, w-LIKES->a, w-LIKES->b, w-LIKES->c";

    @Test
    void walksOverOthersWhoLikedTheSameToWhatElseTheyLiked() {
        // a has 3 likes, v gave 2 and w gave 3: b = 1/3 * 1/2 (over v) + 1/3 * 1/3 (over w) = 5/18, c = 1/3 * 1/3 =
        // 2/18
        assertScores(scores(graphOf(CO_LIKED), PROBABILITIES), "b", 5 / 18.0, "c", 2 / 18.0);
    }

    @Test
    void holdsPopularItemsBackByTheCandidateExponent() {
        // as above, b divided by its 2 likes, c by its 1: b = 5/36, c = 4/36
        MetaPathParameters held = new MetaPathParameters(1, 1, Map.of());
        assertScores(scores(graphOf(CO_LIKED), held), "b", 5 / 36.0, "c", 4 / 36.0);
    }

    @Test
    void tempersDegreesByTheirExponent() {
        // exponent 1/2: b = 3^-.5 * 2^-.5 + 3^-.5 * 3^-.5 = 1/sqrt(6) + 1/3, held back by 2^-.3
        assertThat(scores(graphOf(CO_LIKED), MetaPathParameters.DEFAULT).get("b"))
                .isCloseTo((1 / Math.sqrt(6) + 1 / 3.0) / Math.pow(2, 0.3), CLOSE);
    }

    @Test
    void weighsRelationshipsByTheirStrength() {
        // a: u 1 + v 3 = 4; v: 3 + 2 + 1 = 6. b = 3/4 * 2/6 = 6/24, c = 3/4 * 1/6 = 3/24
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES:3->a, v-LIKES:2->b, v-LIKES->c");
        assertScores(scores(graph, PROBABILITIES), "b", 6 / 24.0, "c", 3 / 24.0);
    }

    @Test
    void walksOverASharedAttributeAtATenthOfTheWeight() {
        // a has 1 genre, which has 3 items: 1/3 each, times 0.1
        GraphSnapshot graph = graphOf("u-LIKES->a, a-GENRE->g, b-GENRE->g, c-GENRE->g, c-GENRE->h");
        Map<Object, Double> scores = scores(graph, PROBABILITIES);
        assertThat(scores.get("b")).isCloseTo(0.1 / 3, CLOSE);
        assertThat(scores.get("c")).isCloseTo(0.1 / 3, CLOSE);
    }

    @Test
    void addsTheDifferentKindsOfPathByTheirWeights() {
        // b over v: 1/2 * 1/2 at weight 2; b over the genre: 1 * 1/2 at weight 3; the other genre path is off
        GraphSnapshot graph =
                graphOf("u-LIKES->a, v-LIKES->a, v-LIKES->b, a-GENRE->g, b-GENRE->g, a-ACTED_BY->p, b-ACTED_BY->p");
        MetaPathParameters weights = new MetaPathParameters(1, 0, Map.of("LIKES", 2.0, "GENRE", 3.0, "ACTED_BY", 0.0));
        assertScores(scores(graph, weights), "b", 2 * 0.25 + 3 * 0.5);
    }

    @Test
    void countsARejectionAgainstWhatIsNear() {
        // total weight 2.5. Over a: 2/2.5 * 1/3 * 1/3 = 4/45. Over x: -.5/2.5 * 1 * 1/3 = -3/45: the mark is in no
        // degree
        GraphSnapshot graph = graphOf("u-LIKES:2->a, u-LIKES:-0.5->x, v-LIKES->a, v-LIKES->b, v-LIKES->x");
        assertThat(scores(graph, PROBABILITIES).get("b")).isCloseTo(1 / 45.0, CLOSE);
        Ledger ledger = explain(graph, "b");
        assertThat(ledger.contributions())
                .extracting("value")
                .satisfiesExactly(
                        first -> assertThat((Double) first).isCloseTo(4 / 45.0, CLOSE),
                        second -> assertThat((Double) second).isCloseTo(-3 / 45.0, CLOSE));
    }

    @Test
    void leavesOutWhatIsMoreLikeTheRejectedThanTheLiked() {
        // total 3. Over a: 2/3 * 1/3 * 1/3 = 2/27. Over x: -1/3 * 1 * 1/3 = -3/27
        GraphSnapshot graph = graphOf("u-LIKES:2->a, u-LIKES:-1->x, v-LIKES->a, v-LIKES->b, v-LIKES->x");
        assertThat(scores(graph, PROBABILITIES)).isEmpty();
        assertThat(explain(graph, "b").score()).isCloseTo(-1 / 27.0, CLOSE);
    }

    @Test
    void neverRecommendsWhatWasLikedRejectedOrSeen() {
        GraphSnapshot graph =
                graphOf("u-LIKES->a, u-LIKES:-0.1->x, u-LIKES:0->s, v-LIKES->a, v-LIKES->x, v-LIKES->s, v-LIKES->b");
        assertThat(scores(graph, PROBABILITIES)).containsOnlyKeys("b");
    }

    @Test
    void doesNotWalkThroughTheAskingUser() {
        assertThat(scores(graphOf("u-LIKES->a, u-LIKES->b"), PROBABILITIES)).isEmpty();
        GraphSnapshot graph = graphOf("u-LIKES->a, a-GENRE->g, b-GENRE->g, u-LIKES->c, v-LIKES->c");
        assertThat(explain(graph, "b").contributions()).hasSize(1);
    }

    @Test
    void walksBetweenItemsOverLinksInBothDirections() {
        GraphSnapshot graph = sequels();
        // b > a, c < a: one step of probability 1 at weight 0.1
        assertScores(scores(graph, PROBABILITIES), "b", 0.1, "c", 0.1);
        MetaPathParameters onlyAlong = new MetaPathParameters(1, 0, Map.of("<PART_OF", 0.0));
        assertThat(scores(graph, onlyAlong)).containsOnlyKeys("b");
    }

    /** a PART_OF b, c PART_OF a. */
    private static GraphSnapshot sequels() {
        return graphOf("u-LIKES->a, z-LIKES->b, z-LIKES->c, a-PART_OF->b, c-PART_OF->a");
    }

    @Test
    void answersSomebodyWhoIsNotInTheGraph() {
        GraphSnapshot graph = graphOf("v-LIKES->a, v-LIKES->b");
        Action like = new Action(node(graph, "a"), 0, 1, 0, RecommendationGraph.NO_RELATIONSHIP);
        History anonymous = new History(RecommendationGraph.NO_NODE, List.of(like));
        // a has 1 like, v gave 2
        Recommendation only = recommender(graph, PROBABILITIES)
                .recommend(graph, Query.of(anonymous, 10, 0).explained())
                .items()
                .get(0);
        assertThat(only.score()).isCloseTo(0.5, CLOSE);
        assertThat(path(Objects.requireNonNull(only.ledger())).isStored()).isFalse();
    }

    @Test
    void ranksItemSharedByBothLikedActorsFirst() {
        GraphSnapshot graph = graphOf(
                "u-LIKES->a, u-LIKES->b, a-ACTED_BY->p, b-ACTED_BY->q, c-ACTED_BY->p, d-ACTED_BY->p, d-ACTED_BY->q");
        assertThat(scores(graph, MetaPathParameters.DEFAULT).keySet()).containsExactly("d", "c");
    }

    @Test
    void breaksTiesByKeyAndReturnsAtMostK() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->a, v-LIKES->d, v-LIKES->b, v-LIKES->c");
        List<Recommendation> items = recommender(graph, PROBABILITIES)
                .recommend(graph, Query.of(history(graph), 2, 0))
                .items();
        assertThat(items).extracting(it -> graph.key(it.item())).containsExactly("b", "c");
    }

    @Test
    void explainsEachWalkByThePathFromTheUserToTheItem() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->a, v-LIKES->b");
        EvidencePath path = path(explain(graph, "b"));
        assertThat(path.nodes())
                .containsExactly(node(graph, "u"), node(graph, "a"), node(graph, "v"), node(graph, "b"));
        // ids count from 1000 in the order written
        assertThat(path.steps()).extracting(EvidencePath.Step::relationshipId).containsExactly(1000L, 1001L, 1002L);
        assertThat(path.isStored()).isTrue();
        assertThat(recommender(graph, PROBABILITIES).ledgerClass()).isEqualTo(LedgerClass.LINEAR);
    }

    @Test
    void findsEveryWalkWhetherTheHistoryOrTheRowIsLonger() {
        // v's row (3) is shorter than the signed history (4) and is read through; hub's (25) is longer and is searched
        // search steps
        String hub = IntStream.range(0, 20).mapToObj(i -> ", hub-LIKES->o" + i).collect(Collectors.joining());
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES->b, u-LIKES->c, u-LIKES:-1->d, u-LIKES:0->s, v-LIKES->a,"
                + " v-LIKES->s, v-LIKES->t, hub-LIKES->a, hub-LIKES->b, hub-LIKES->d, hub-LIKES->s, hub-LIKES->t"
                + hub);
        // over v from a; over hub from a, b and d
        assertThat(explain(graph, "t").contributions()).hasSize(4);
    }

    @Test
    void tellsTwoActionsOnOneItemApart() {
        GraphSnapshot graph = graphOf("u-LIKES:1->a, u-LIKES:3->a, v-LIKES->a, v-LIKES->b");
        // total 4, a has weight 5, v gave 2: 1/4 * 1/5 * 1/2 and 3/4 * 1/5 * 1/2
        Ledger ledger = explain(graph, "b");
        assertThat(ledger.valueCiting(1000)).isCloseTo(1 / 40.0, CLOSE);
        assertThat(ledger.valueCiting(1001)).isCloseTo(3 / 40.0, CLOSE);
        assertThat(ledger.score()).isCloseTo(4 / 40.0, CLOSE);
    }

    @Test
    void explainsAnItemThatNothingLeadsToByNothing() {
        Ledger ledger = explain(graphOf("u-LIKES->a, v-LIKES->b"), "b");
        assertThat(ledger.score()).isZero();
        assertThat(ledger.contributions()).isEmpty();
    }

    @Test
    void servesThoseWhoLikedSomething() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES:-1->a, w-LIKES:0->a");
        MetaPathRecommender recommender = recommender(graph, PROBABILITIES);
        assertThat(recommender.canServe(History.of(graph, node(graph, "u")))).isTrue();
        assertThat(recommender.canServe(History.of(graph, node(graph, "v")))).isFalse();
        assertThat(recommender.canServe(History.of(graph, node(graph, "w")))).isFalse();
        assertThat(recommender.canServe(History.empty())).isFalse();
    }

    @Test
    void isInstalledUnderItsName() {
        GraphSnapshot graph = graphOf(CO_LIKED);
        Recommenders installed = Recommenders.installed(getClass().getClassLoader());
        Settings settings = Settings.of(
                installed.named("meta-path").parameters(),
                Map.of(
                        "historyExponent",
                        1,
                        "degreeExponent",
                        1,
                        "candidateExponent",
                        0,
                        "pathWeights",
                        Map.of("LIKES", 2)));
        List<Recommendation> items = installed
                .fit("meta-path", settings, TrainingData.all(graph), 0)
                .recommend(graph, Query.of(history(graph), 1, 0))
                .items();
        assertThat(items.get(0).score()).isCloseTo(2 * 5 / 18.0, CLOSE);
    }

    @Test
    void refusesAWeightForAPathThereIsNot() {
        GraphSnapshot graph = graphOf(CO_LIKED);
        assertThatThrownBy(() -> recommender(graph, new MetaPathParameters(1, 0, Map.of("GENRES", 1.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pathWeights names an unknown path 'GENRES'. Did you mean 'GENRE'?"
                        + " Allowed: <PART_OF, ACTED_BY, GENRE, LIKES, PART_OF>");
    }

    private static MetaPathRecommender recommender(RecommendationGraph graph, MetaPathParameters parameters) {
        return new MetaPathRecommender(MetaPathProvider.NAME, MetaPath.of(graph.schema()), parameters);
    }

    private static History history(RecommendationGraph graph) {
        return History.of(graph, node(graph, "u"));
    }

    /** Everything recommended to u, best first, by key. */
    private static Map<Object, Double> scores(RecommendationGraph graph, MetaPathParameters parameters) {
        Map<Object, Double> scores = new LinkedHashMap<>();
        recommender(graph, parameters)
                .recommend(graph, Query.of(history(graph), 100, 0).explained())
                .items()
                .forEach(it -> scores.put(graph.key(it.item()), it.score()));
        return scores;
    }

    /** @param expected items, best first, each with its score */
    private static void assertScores(Map<Object, Double> scores, Object... expected) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < expected.length; i += 2) {
            items.add(expected[i]);
            assertThat(scores.getOrDefault(expected[i], 0.0))
                    .as("%s", expected[i])
                    .isCloseTo((Double) expected[i + 1], CLOSE);
        }
        assertThat(scores.keySet()).containsExactlyElementsOf(items);
    }

    private static Ledger explain(RecommendationGraph graph, String item) {
        return recommender(graph, PROBABILITIES).explain(graph, Query.of(history(graph), 1, 0), node(graph, item));
    }

    private static EvidencePath path(Ledger ledger) {
        return ((PathContribution) ledger.contributions().get(0)).path();
    }
}
