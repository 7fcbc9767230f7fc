package dev.clew.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.ledger.PathGroupContribution;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.Explain;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Pace;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.StoppedBy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelRowsTest {
    private static final RelationshipType LIKES =
            new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes");
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER)),
            List.of(LIKES));
    private static final int USERS = 1200;
    private static final int ITEMS = 40;
    /** Longer than anything that time is kept for on so small a graph. */
    private static final long TICK = 1_000_000_000;

    private final MetaPathRecommender recommender = new MetaPathRecommender(
            WalkKernelProvider.NAME, WalkKernelProvider.paths(SCHEMA), new MetaPathParameters(0.5, 0.3, Map.of()));

    /** A few items that most users like, so that their rows are kept, and many that few do. */
    private static GraphSnapshot graph(Random random) {
        GraphBuilder builder = new GraphBuilder(SCHEMA);
        for (int user = 0; user < USERS; user++) {
            builder.addNode(new GraphNode(0, (long) user, user));
        }
        for (int item = 0; item < ITEMS; item++) {
            builder.addNode(new GraphNode(1, (long) item, USERS + item));
        }
        long id = 0;
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                if (random.nextDouble() < (item < 4 ? 0.6 : 0.05)) {
                    builder.addRelationship(LIKES, user, USERS + item, 1 + random.nextInt(3), 0, id++);
                }
            }
        }
        return builder.build(1);
    }

    private Answer answer(GraphSnapshot graph, int user, Budget budget) {
        History history = History.of(graph, user);
        return recommender.recommend(graph, new Query(history, 20, item -> true, 0, 0, budget, false));
    }

    /** The same graph, from which nothing was ever computed. */
    private static GraphSnapshot fresh(GraphSnapshot graph) {
        return graph.keepingInteractions((user, item) -> true);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersAreTheSameToTheLastBitWhetherRowsWereKeptOrNot(long seed) {
        Random random = new Random(seed);
        GraphSnapshot graph = graph(random);
        for (int commit = 0; commit < 25; commit++) {
            int user = random.nextInt(USERS);
            answer(graph, user, Budget.UNLIMITED);
            graph = graph.apply(List.of(change(graph, random, commit)));
            int asker = random.nextInt(USERS);
            assertThat(answer(graph, asker, Budget.UNLIMITED).items())
                    .as("seed %d, commit %d, user %d", seed, commit, asker)
                    .isEqualTo(answer(fresh(graph), asker, Budget.UNLIMITED).items());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void aShortReasonTellsOfARowWhatItsWalksAddUpTo(long seed) {
        GraphSnapshot graph = graph(new Random(seed));
        for (int user = 0; user < 20; user++) {
            List<Recommendation> full = explained(graph, user, Explain.FULL);
            List<Recommendation> brief = explained(graph, user, Explain.SHORT);
            assertThat(brief).hasSameSizeAs(full).isNotEmpty();
            for (int i = 0; i < full.size(); i++) {
                var walks = Objects.requireNonNull(full.get(i).ledger()).contributions().stream()
                        .map(it -> (PathContribution) it)
                        .collect(Collectors.groupingBy(it -> it.path().nodes().get(1)));
                var told = Objects.requireNonNull(brief.get(i).ledger()).contributions().stream()
                        .filter(it -> it instanceof PathGroupContribution)
                        .map(it -> (PathGroupContribution) it)
                        .toList();
                assertThat(told).hasSize(1);
                var group = Objects.requireNonNull(
                        walks.get(told.get(0).example().nodes().get(1)));
                assertThat(told.get(0).value())
                        .as("seed %d, user %d, place %d", seed, user, i)
                        .isCloseTo(sum(group), withinPercentage(1e-4))
                        .isCloseTo(
                                walks.values().stream()
                                        .mapToDouble(KernelRowsTest::sum)
                                        .max()
                                        .orElse(0),
                                withinPercentage(1e-4));
                assertThat(told.get(0).people())
                        .isEqualTo(group.stream()
                                .map(it -> it.path().nodes().get(2))
                                .distinct()
                                .count());
                assertThat(group)
                        .extracting(PathContribution::path)
                        .contains(told.get(0).example());
            }
        }
    }

    private static double sum(List<PathContribution> walks) {
        return walks.stream().mapToDouble(PathContribution::value).sum();
    }

    private List<Recommendation> explained(GraphSnapshot graph, int user, Explain explain) {
        Query query = new Query(History.of(graph, user), 5, item -> true, 0, 0, Budget.UNLIMITED, explain);
        return recommender.recommend(graph, query).items();
    }

    private static GraphChange change(GraphSnapshot graph, Random random, int commit) {
        int user = random.nextInt(USERS);
        if (random.nextInt(10) == 0) {
            return new GraphChange.NodeRemoved(graph.entityId(user));
        }
        GraphNode from = new GraphNode(0, (long) user, user);
        int item = random.nextInt(ITEMS);
        GraphNode to = new GraphNode(1, (long) item, USERS + item);
        return new GraphChange.RelationshipPut(0, 1_000_000 + commit, from, to, random.nextInt(4), 0);
    }

    @Test
    void anAnswerCutByItsBudgetIsCutAtTheSamePlaceWhenRowsAreKept() {
        GraphSnapshot graph = graph(new Random(11));
        long complete = answer(graph, 7, Budget.UNLIMITED).workDone();
        assertThat(complete).as("batches").isGreaterThan(3);
        for (long work = 0; work < complete; work++) {
            Budget budget = new Budget(work, Budget.NO_DEADLINE);
            Answer kept = answer(graph, 7, budget);
            assertThat(kept).isEqualTo(answer(fresh(graph), 7, budget));
            assertThat(kept.stoppedBy()).isEqualTo(StoppedBy.WORK);
        }
    }

    @ParameterizedTest(name = "deadline seen at reading {0} of the clock")
    @ValueSource(longs = {1, 2})
    void anAnswerThatTheClockCutIsTheSameAgainWhereRowsWereKeptOrNot(long readings) {
        GraphSnapshot graph = graph(new Random(14));
        answer(graph, 7, Budget.UNLIMITED);
        AtomicLong now = new AtomicLong();
        MetaPathRecommender ticking = new MetaPathRecommender(
                WalkKernelProvider.NAME,
                WalkKernelProvider.paths(SCHEMA),
                new MetaPathParameters(0.5, 0.3, Map.of()),
                new Pace(() -> now.addAndGet(TICK)));
        Budget soon = new Budget(Long.MAX_VALUE, readings * TICK);
        Answer cut =
                ticking.recommend(graph, new Query(History.of(graph, 7), 20, item -> true, 0, 0, soon, Explain.NONE));
        assertThat(cut.stoppedBy()).isEqualTo(StoppedBy.DEADLINE);
        Budget same = new Budget(cut.workDone(), Budget.NO_DEADLINE);
        assertThat(answer(graph, 7, same).items()).isEqualTo(cut.items());
        assertThat(answer(fresh(graph), 7, same).items()).isEqualTo(cut.items());
    }

    @Test
    void aRowHoldsWhileNoCommitTouchesItsWalks() {
        GraphSnapshot graph = graph(new Random(12));
        answer(graph, 7, Budget.UNLIMITED);
        KernelRows rows = KernelRows.of(graph);
        var kept = rows.along(WalkKernelProvider.paths(SCHEMA).get(0).steps(), 0.5);
        int popular = kept.keySet().iterator().next();
        var first = graph.neighbours(LIKES, dev.clew.core.graph.Direction.IN);

        GraphSnapshot newUser = graph.apply(List.of(like(9_999, 30, 2_000_000)));
        assertThat(rows.find(kept, popular, newUser, first)).isSameAs(kept.get(popular));

        long liker = first.at(popular).node(0);
        GraphSnapshot touched = newUser.apply(List.of(like(liker, 30, 2_000_001)));
        assertThat(rows.find(kept, popular, touched, first)).isNull();
    }

    @Test
    void tellsHowManyRowsACommitHasMadeDirty() {
        GraphSnapshot graph = graph(new Random(13));
        assertThat(KeptRows.of(graph)).isEqualTo(new KeptRows(0, 0, 0));
        answer(graph, 7, Budget.UNLIMITED);
        KeptRows clean = KeptRows.of(graph);
        assertThat(clean.kept()).isPositive();
        assertThat(clean.dirty()).isZero();

        int popular = KernelRows.of(graph)
                .along(WalkKernelProvider.paths(SCHEMA).get(0).steps(), 0.5)
                .keySet()
                .iterator()
                .next();
        long liker = graph.neighbours(LIKES, dev.clew.core.graph.Direction.IN)
                .at(popular)
                .node(0);
        KeptRows touched = KeptRows.of(graph.apply(List.of(like(liker, 30, 2_000_000))));
        assertThat(touched.kept()).isEqualTo(clean.kept());
        assertThat(touched.dirty()).isPositive();
        assertThat(touched.oldestDirtyMillis()).isNotNegative();
    }

    private static GraphChange like(long user, long item, long relationshipId) {
        return new GraphChange.RelationshipPut(
                0, relationshipId, new GraphNode(0, user, user), new GraphNode(1, item, USERS + item), 1, 0);
    }
}
