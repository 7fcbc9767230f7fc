package dev.clew.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingQualityTest {

    /**
     * By hand: hits at ranks 1 and 3 of three held-back items. Gain 1/log2(2) + 1/log2(4) = 1.5; best gain 1 + 1/log2(3) + 1/2 =
     * 2.13093.
     */
    @Test
    void agreesWithAnExampleWorkedByHand() {
        var quality = RankingQuality.of(List.of("a", "x", "b", "y"), Set.of("a", "b", "c"), 4);

        assertThat(quality.recall()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(quality.ndcg()).isCloseTo(1.5 / 2.13092975357, within(1e-9));
    }

    /** Two places for five relevant items: the best list has two hits, so NDCG reaches 1 while recall cannot. */
    @Test
    void comparesWithTheBestListOfItsLengthWhenMoreItemsAreHeldBack() {
        var quality = RankingQuality.of(List.of(1L, 2L), Set.<Object>of(1L, 2L, 3L, 4L, 5L), 2);

        assertThat(quality).isEqualTo(new RankingQuality(0.4, 1));
    }

    @Test
    void ignoresWhatComesAfterTheFirstK() {
        assertThat(RankingQuality.of(List.of("x", "y", "a"), Set.of("a"), 2)).isEqualTo(new RankingQuality(0, 0));
    }

    @Test
    void givesNothingForAnEmptyList() {
        assertThat(RankingQuality.of(List.of(), Set.of("a"), 20)).isEqualTo(new RankingQuality(0, 0));
    }

    @Test
    void refusesUsersWithoutHeldBackItems() {
        assertThatThrownBy(() -> RankingQuality.of(List.of("a"), Set.of(), 20))
                .hasMessage("heldOut (0 items) must have at least one. Leave out users without held-back items.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void staysBetweenNoughtAndOneAndRisesWhenAHitMovesUp(long seed) {
        var random = new Random(seed);
        List<Integer> ranked = new ArrayList<>(IntStream.range(0, 20).boxed().toList());
        Collections.shuffle(ranked, random);
        var before = RankingQuality.of(ranked, Set.of(3, 7, 11), 10);

        ranked.remove(Integer.valueOf(7));
        ranked.add(0, 7);
        var after = RankingQuality.of(ranked, Set.of(3, 7, 11), 10);

        assertThat(before.ndcg()).as("seed %d", seed).isBetween(0.0, 1.0);
        assertThat(before.recall()).as("seed %d", seed).isBetween(0.0, 1.0);
        assertThat(after.recall()).as("seed %d", seed).isGreaterThanOrEqualTo(1.0 / 3);
        assertThat(after.ndcg()).as("seed %d", seed).isGreaterThanOrEqualTo(Math.min(before.ndcg(), 1 / 2.13092975357));
    }

    @Test
    void countsEachUserTheSame() {
        var mean = MeanQuality.of(List.of(new RankingQuality(1, 0.5), new RankingQuality(0, 0)));

        assertThat(mean).isEqualTo(new MeanQuality(2, 0.5, 0.25));
    }
}
