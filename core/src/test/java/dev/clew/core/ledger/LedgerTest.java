package dev.clew.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clew.core.graph.RecommendationGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    /** User 0 acted on item 1 (relationship 10) and item 2 (relationship 20); both lead over node 5 to item 9. */
    private static final PathContribution FIRST = path(0.5, 10, 1, 11);

    private static final PathContribution SECOND = path(-0.25, 20, 2, 21);
    private static final PathContribution THIRD = path(0.1, 10, 1, 12);
    private static final BaselineContribution REST = new BaselineContribution("rest", 0.05);

    @Test
    void refusesContributionsThatDoNotSumToTheScore() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Ledger(0.6, List.of(FIRST)))
                .withMessage("Contributions sum to 0.5, the score is 0.6");
        assertThatIllegalStateException().isThrownBy(() -> new Ledger(Double.NaN, List.of(FIRST)));
        assertThatIllegalStateException().isThrownBy(() -> new Ledger(0.5, List.of()));
    }

    @Test
    void allowsRoundingOfAMillionthOfTheMagnitudes() {
        assertThat(new Ledger(0.5 * (1 + 5e-7), List.of(FIRST)).contributions()).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> new Ledger(0.5 * (1 + 2e-6), List.of(FIRST)));
    }

    @Test
    void ofNothingIsAScoreOfZero() {
        assertThat(new Ledger(0, List.of()).contributions()).isEmpty();
    }

    @Test
    void listsTheLargestMagnitudeFirst() {
        assertThat(new Ledger(0.4, List.of(REST, THIRD, SECOND, FIRST)).contributions())
                .containsExactly(FIRST, SECOND, THIRD, REST);
    }

    @Test
    void sumsEverythingThatCitesARelationship() {
        Ledger ledger = new Ledger(0.4, List.of(FIRST, SECOND, THIRD, REST));
        assertThat(ledger.valueCiting(10)).isEqualTo(0.6);
        assertThat(ledger.valueCiting(21)).isEqualTo(-0.25);
        assertThat(ledger.valueCiting(98)).isZero();
    }

    @Test
    void foldsSmallPathsIntoTheActionTheyStartFrom() {
        Ledger condensed = new Ledger(0.4, List.of(FIRST, SECOND, THIRD, REST)).condensed(1);
        assertThat(condensed.contributions())
                .containsExactly(
                        FIRST,
                        new ActionContribution(action(20, 2), 1, -0.25),
                        new ActionContribution(action(10, 1), 1, 0.1),
                        REST);
    }

    @Test
    void foldsPathsOfOneActionTogether() {
        Ledger condensed = new Ledger(0.4, List.of(FIRST, SECOND, THIRD, REST)).condensed(0);
        assertThat(condensed.contributions())
                .containsExactly(
                        new ActionContribution(action(10, 1), 2, 0.6),
                        new ActionContribution(action(20, 2), 1, -0.25),
                        REST);
        assertThat(condensed.score()).isEqualTo(0.4);
        assertThat(condensed.valueCiting(10)).isEqualTo(0.6);
    }

    @Test
    void aPathHasOneNodeMoreThanSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvidencePath(List.of(1), List.of(new EvidencePath.Step(0, 1))))
                .withMessage("A path of 1 steps has 2 nodes, not 1");
    }

    @Test
    void aPathIsStoredIfItsUserAndAllItsStepsAre() {
        assertThat(action(10, 1).isStored()).isTrue();
        assertThat(action(RecommendationGraph.NO_RELATIONSHIP, 1).isStored()).isFalse();
        assertThat(new EvidencePath(List.of(RecommendationGraph.NO_NODE, 1), List.of(new EvidencePath.Step(0, 10)))
                        .isStored())
                .isFalse();
    }

    private static PathContribution path(double value, long action, int item, long step) {
        return new PathContribution(
                new EvidencePath(
                        List.of(0, item, 5, 9),
                        List.of(
                                new EvidencePath.Step(0, action),
                                new EvidencePath.Step(1, step),
                                new EvidencePath.Step(1, 99))),
                value);
    }

    private static EvidencePath action(long relationship, int item) {
        return new EvidencePath(List.of(0, item), List.of(new EvidencePath.Step(0, relationship)));
    }
}
