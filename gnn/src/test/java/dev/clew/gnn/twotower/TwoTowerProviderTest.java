package dev.clew.gnn.twotower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.gnn.TestGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoTowerProviderTest {
    private static final int USERS = 24;
    private static final int ITEMS = 13;
    private static final int NOBODYS = ITEMS - 1;

    @Test
    void findsTheTwoKindsOfItemsThatUsersWerePlantedWith() {
        GraphSnapshot graph = twoKinds().build();
        Recommender recommender = fit(graph);

        for (int user = 0; user < USERS; user++) {
            int kind = user % 2;
            assertThat(best(recommender, graph, user, 2))
                    .as("user %s likes items of kind %s; two of that kind were left out", user, kind)
                    .hasSize(2)
                    .allMatch(item -> (item - USERS) % 2 == kind);
        }
    }

    @Test
    void recommendsAnItemNobodyActedOnToThoseWhoLikeItsKind() {
        TestGraph drawn = twoKinds();
        GraphSnapshot graph = drawn.build();
        Recommender recommender = fit(graph);
        int nobodys = drawn.item(NOBODYS);

        assertThat(best(recommender, graph, 0, 5))
                .as("item 12 is of genre 0, as all are that user 0 likes")
                .contains(nobodys);
        assertThat(best(recommender, graph, 1, 3)).as("user 1 likes genre 1").doesNotContain(nobodys);
    }

    @Test
    void givesTheSameListsForTheSameSeed() {
        GraphSnapshot graph = twoKinds().build();
        Query query = Query.of(History.of(graph, 3), 5, 0);

        assertThat(fit(graph).recommend(graph, query).items())
                .isEqualTo(fit(graph).recommend(graph, query).items());
    }

    /** Even users like even items, which are of genre 0, odd users odd ones, of genre 1; each leaves two of six out. Item 12 is nobody's. */
    private static TestGraph twoKinds() {
        TestGraph graph = new TestGraph(USERS, ITEMS, 2);
        for (int user = 0; user < USERS; user++) {
            for (int i = 0; i < 6; i++) {
                if ((i + user / 2) % 6 > 1) {
                    graph.like(user, 2 * i + user % 2, 1);
                }
            }
        }
        for (int item = 0; item < ITEMS; item++) {
            graph.genre(item, item % 2);
        }
        return graph;
    }

    private static List<Integer> best(Recommender recommender, GraphSnapshot graph, int user, int k) {
        return recommender.recommend(graph, Query.of(History.of(graph, user), k, 0)).items().stream()
                .map(Recommendation::item)
                .toList();
    }

    private static Recommender fit(GraphSnapshot graph) {
        Settings settings = Settings.of(
                TwoTowerParameters.PARAMETERS,
                Map.of("dimension", 4, "epochs", 20, "usersPerStep", 8, "negativeCount", 8));
        return Recommenders.installed(TwoTowerProviderTest.class.getClassLoader())
                .fit("two-tower", settings, TrainingData.all(graph), 7);
    }
}
