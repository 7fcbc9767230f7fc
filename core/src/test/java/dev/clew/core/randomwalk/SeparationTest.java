package dev.clew.core.randomwalk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.chain.Transitions;
import dev.clew.core.chain.TypeWeights;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparationTest {
    private static final TypeWeights WEIGHTS = new TypeWeights(Map.of());
    private static final int LIKED_BY_ONE = 20;
    private static final int USERS = 60;
    private static final double ALPHA = 0.5;
    private static final double CONFIDENCE = 0.95;

    /**
     * Of the best item 1 is summed, of each rival a half, and no walk has come to any of them. That a walk always comes to where it is not seen once has the bound {@code UNSEEN};
     * the only user who likes a rival likes twenty, so that its own bound is a twentieth of that.
     */
    @ParameterizedTest(name = "{0} rivals, {1} unseen")
    @CsvSource({
        // Not even if a walk always came to the rivals, would they be above.
        "1100, 0.3, true",
        // Then they would, but a twentieth of the walks does not do.
        "1000, 0.8, true",
        // There are more of these than are looked at closely.
        "1100, 0.8, false"
    })
    void provesNothingWhereMoreRivalsAreLeftThanItLooksAt(int rivals, double unseen, boolean proved) {
        assertThat(holds(rivals, 0.5, unseen)).isEqualTo(proved);
    }

    @Test
    void provesNothingWhereARivalMayBeAbove() {
        assertThat(holds(1, 1.2, 0.8)).isFalse();
    }

    /** @param unseen the most that items may have beyond what is summed, if walks always come to them */
    private static boolean holds(int rivals, double summed, double unseen) {
        GraphSnapshot graph = graph();
        WalkRandom random = new WalkRandom(0);
        Transitions transitions = new Transitions(graph, WEIGHTS);
        RandomSteps steps = new RandomSteps(graph, transitions, random, new WorkMeter(Budget.UNLIMITED));
        StartTable table = new StartTable(List.of(), ALPHA);
        GroupOfWalks group = new GroupOfWalks(table, steps, random, ALPHA, false);
        double l = Math.log(graph.nodeCount() * 2 / (1 - CONFIDENCE));
        double share = (1 - ALPHA) / (2 - ALPHA);
        try (WalkEstimate estimate = new WalkEstimate(graph.nodeCount(), unseen / share / l, false)) {
            estimate.add(new Deposits(), 1, table, steps);
            estimate.summed().add(USERS, 1);
            for (int rival = 1; rival <= rivals; rival++) {
                estimate.summed().add(USERS + rival, summed);
            }
            var parameters = new RandomWalkParameters(ALPHA, 1, CONFIDENCE, 0.1, false, WEIGHTS);
            Query query = Query.of(History.empty(), 1, 0);
            return new Separation(graph, query, transitions, estimate, parameters, group, 1)
                    .holds(List.of(new Recommendation(USERS, 1, null)));
        }
    }

    /** Users, then items, of which each user likes some of their own. */
    private static GraphSnapshot graph() {
        GraphSchema schema = GraphFixture.schema(List.of("LIKES"), List.of(), List.of());
        GraphBuilder builder = new GraphBuilder(schema);
        RelationshipType likes = schema.relationshipTypes().get(0);
        for (int user = 0; user < USERS; user++) {
            builder.addNode(new GraphNode(0, "u" + user, user));
        }
        for (int i = 0; i < USERS * LIKED_BY_ONE; i++) {
            int item = builder.addNode(new GraphNode(1, "i" + i, USERS + i));
            builder.addRelationship(likes, i / LIKED_BY_ONE, item, 1, 0, i);
        }
        return builder.build(1);
    }
}
