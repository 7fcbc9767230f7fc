package dev.clew.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Pace;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.StoppedBy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An item that 10,000 users liked, each of whom liked three others: 10,001 relationships to the users and 40,000 on from them. */
class MetaPathBudgetTest {
    private static final int FANS = 10_000;
    private static final int ITEMS = 60;
    /** A millisecond: many times what is kept of the time for ranking so few items. */
    private static final long TICK = 1_000_000;

    private static final GraphSnapshot HUB = hub();
    private static final long ALL_BATCHES = (FANS + 1 + 4 * FANS) / Budget.BATCH + 1;

    private static GraphSnapshot hub() {
        GraphBuilder builder = new GraphBuilder(GraphFixture.schema(List.of("LIKES"), List.of(), List.of()));
        RelationshipType likes = GraphFixture.schema(List.of("LIKES"), List.of(), List.of())
                .relationshipTypes()
                .get(0);
        for (int item = 0; item < ITEMS; item++) {
            builder.addNode(new GraphNode(1, String.format("i%02d", item), item));
        }
        long id = 0;
        for (int user = 0; user <= FANS; user++) {
            int number = builder.addNode(new GraphNode(0, "u" + user, ITEMS + user));
            builder.addRelationship(likes, number, 0, 1, 0, id++);
            for (int i = 1; i <= 3 && user > 0; i++) {
                builder.addRelationship(likes, number, 1 + (user * i * i + user / 7) % (ITEMS - 1), 1, 0, id++);
            }
        }
        return builder.build(7);
    }

    @Test
    void saysSoWhenEverythingWasLookedAt() {
        Answer answer = ask(Budget.UNLIMITED, System::nanoTime);
        assertThat(answer.stoppedBy()).isEqualTo(StoppedBy.COMPLETE);
        assertThat(answer.workDone()).isEqualTo(ALL_BATCHES);
        assertThat(answer.snapshotVersion()).isEqualTo(7);
        assertThat(ask(new Budget(ALL_BATCHES, Budget.NO_DEADLINE), System::nanoTime))
                .isEqualTo(answer);
    }

    @ParameterizedTest(name = "deadline seen at reading {0} of the clock")
    @ValueSource(longs = {1, 2, 3, 4, 5, 8, 12})
    void givesTheAnswerThatTheClockCutShortAgainForTheSameWork(long readings) {
        Answer cut = ask(new Budget(Long.MAX_VALUE, readings * TICK), tickingClock());
        assertThat(cut.stoppedBy()).isEqualTo(StoppedBy.DEADLINE);
        assertThat(cut.workDone()).isEqualTo(readings);
        Answer again = ask(new Budget(cut.workDone(), Budget.NO_DEADLINE), System::nanoTime);
        assertThat(again.stoppedBy()).isEqualTo(StoppedBy.WORK);
        assertThat(again.items()).isEqualTo(cut.items());
    }

    @Test
    void answersWithTheWalksItHadTimeFor() {
        // The item is walked from by itself, a fan at a time: what each of them leads to counts from the first batch
        // on.
        Answer complete = ask(Budget.UNLIMITED, System::nanoTime);
        Answer early = ask(new Budget(2, Budget.NO_DEADLINE), System::nanoTime);
        Answer half = ask(new Budget(ALL_BATCHES / 2, Budget.NO_DEADLINE), System::nanoTime);
        assertThat(score(early)).isBetween(0.05 * score(complete), 0.25 * score(complete));
        assertThat(half.items()).hasSize(10);
        assertThat(score(half)).isBetween(0.2 * score(complete), 0.8 * score(complete));
    }

    @Test
    void looksAtNothingWithoutABudget() {
        Answer answer = ask(new Budget(0, Budget.NO_DEADLINE), System::nanoTime);
        assertThat(answer.items()).isEmpty();
        assertThat(answer.stoppedBy()).isEqualTo(StoppedBy.WORK);
    }

    @Test
    void namesWhatTheBudgetLeftOutOfALedgerAndExplainsInFull() {
        Query query = new Query(HISTORY, 3, item -> true, 0, 0, new Budget(8, Budget.NO_DEADLINE), true);
        MetaPathRecommender recommender = recommender(System::nanoTime);
        Recommendation cut = recommender.recommend(HUB, query).items().get(0);
        Ledger full = recommender.explain(HUB, query, cut.item());
        Ledger ledger = Objects.requireNonNull(cut.ledger());
        double left = ledger.contributions().stream()
                .filter(BaselineContribution.class::isInstance)
                .mapToDouble(it -> it.value())
                .sum();
        assertThat(ledger.score()).isEqualTo(cut.score());
        assertThat(cut.score() - full.score()).isNegative().isCloseTo(left, within(1e-9));
        assertThat(full.score()).isCloseTo(completeScore(cut.item()), within(1e-9));
    }

    private static final History HISTORY = History.of(HUB, ITEMS);

    private static double completeScore(int item) {
        Query all = Query.of(HISTORY, ITEMS, 0);
        return recommender(System::nanoTime).recommend(HUB, all).items().stream()
                .filter(it -> it.item() == item)
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static double score(Answer answer) {
        return answer.items().stream().mapToDouble(Recommendation::score).sum();
    }

    private static Answer ask(Budget budget, LongSupplier nanoTime) {
        // Nothing kept from one answer shall help the next one over its budget.
        GraphSnapshot fresh = HUB.keepingInteractions((user, item) -> true);
        return recommender(nanoTime).recommend(fresh, new Query(HISTORY, 10, item -> true, 0, 0, budget, false));
    }

    private static MetaPathRecommender recommender(LongSupplier nanoTime) {
        return new MetaPathRecommender(
                MetaPathProvider.NAME, MetaPath.of(HUB.schema()), MetaPathParameters.DEFAULT, new Pace(nanoTime));
    }

    /** One nanosecond passes between two looks. */
    private static LongSupplier tickingClock() {
        AtomicLong nanos = new AtomicLong();
        return () -> nanos.addAndGet(TICK);
    }
}
