package dev.clew.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccuracyMetricsTest {
    /** Items 7 and 5 are right, at ranks 2 and 5; the relevant item 8 is missing. */
    private static final JudgedList LIST = new JudgedList(new int[] {3, 7, 1, 9, 5}, new int[] {5, 7, 8}, new int[0]);

    @Test
    void precisionIsTwoHitsInFivePlaces() {
        assertThat(new PrecisionAtK(5).of(LIST)).isEqualTo(2 / 5.0);
    }

    @Test
    void precisionCountsTheEmptyPlacesOfAShortList() {
        assertThat(new PrecisionAtK(10).of(LIST)).isEqualTo(2 / 10.0);
    }

    @Test
    void recallIsTwoOfThreeRelevantItems() {
        assertThat(new RecallAtK(5).of(LIST)).isEqualTo(2 / 3.0);
    }

    @Test
    void recallDividesByAllRelevantItemsEvenIfTheyAreMoreThanK() {
        assertThat(new RecallAtK(2).of(LIST)).isEqualTo(1 / 3.0);
    }

    @Test
    void ndcgDiscountsRanksTwoAndFiveAgainstRanksOneToThree() {
        double gain = 1 / log2(3) + 1 / log2(6);
        double best = 1 / log2(2) + 1 / log2(3) + 1 / log2(4);
        assertThat(new NdcgAtK(5).of(LIST))
                .isCloseTo(gain / best, within(1e-12))
                .isCloseTo(0.47763, within(1e-5));
    }

    @Test
    void averagePrecisionIsOneHalfPlusTwoFifthsOverThree() {
        assertThat(new AveragePrecisionAtK(5).of(LIST)).isCloseTo((1 / 2.0 + 2 / 5.0) / 3, within(1e-12));
    }

    @Test
    void reciprocalRankIsOneHalfWhenTheFirstHitIsSecond() {
        assertThat(new ReciprocalRankAtK(5).of(LIST)).isEqualTo(0.5);
        assertThat(new ReciprocalRankAtK(1).of(LIST)).isZero();
    }

    @Test
    void hitRateTellsWhetherThereIsAnyHit() {
        assertThat(new HitRateAtK(1).of(LIST)).isZero();
        assertThat(new HitRateAtK(2).of(LIST)).isOne();
    }

    @Test
    void aucCountsWhatStandsBehindEachHitAndHalfOfWhatIsTied() {
        // Ten candidates, seven of them irrelevant. Behind 7: six; behind 5: four; tied with the unlisted 8: four, half
        // each.
        assertThat(new Auc(10).of(LIST)).isCloseTo((6 + 4 + 4 / 2.0) / (3 * 7), within(1e-12));
    }

    @Test
    void anEmptyListHasNoAccuracyAndGuessesByAuc() {
        JudgedList empty = new JudgedList(new int[0], new int[] {1}, new int[0]);
        assertThat(new NdcgAtK(5).of(empty)).isZero();
        assertThat(new Auc(10).of(empty)).isEqualTo(0.5);
    }

    @Test
    void refusesToLookAtNoPlaces() {
        assertThatThrownBy(() -> new RecallAtK(0)).hasMessage("k (0) must be at least 1.");
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equalSlowReferencesOnRandomRankings(int seed) {
        Random random = new Random(seed);
        int catalogue = 5 + random.nextInt(30);
        List<Integer> ranking =
                new ArrayList<>(IntStream.range(0, catalogue).boxed().toList());
        Collections.shuffle(ranking, random);
        List<Integer> list = ranking.subList(0, 1 + random.nextInt(catalogue));
        Set<Integer> relevant = new HashSet<>();
        IntStream.rangeClosed(0, random.nextInt(8)).forEach(i -> relevant.add(random.nextInt(catalogue)));
        int k = 1 + random.nextInt(25);
        JudgedList judged = new JudgedList(array(list), array(relevant), new int[0]);
        Reference reference = new Reference(list, relevant, k);

        assertThat(new PrecisionAtK(k).of(judged)).as("seed %d", seed).isCloseTo(reference.precision(), within(1e-12));
        assertThat(new RecallAtK(k).of(judged)).as("seed %d", seed).isCloseTo(reference.recall(), within(1e-12));
        assertThat(new NdcgAtK(k).of(judged)).as("seed %d", seed).isCloseTo(reference.ndcg(), within(1e-12));
        assertThat(new AveragePrecisionAtK(k).of(judged)).as("seed %d", seed).isCloseTo(reference.map(), within(1e-12));
        assertThat(new ReciprocalRankAtK(k).of(judged)).as("seed %d", seed).isCloseTo(reference.mrr(), within(1e-12));
        assertThat(new Auc(catalogue).of(judged))
                .as("seed %d", seed)
                .isCloseTo(reference.auc(catalogue), within(1e-12));
    }

    /** The definitions over whole lists of 0 and 1, without any short cut. */
    private record Reference(List<Integer> list, Set<Integer> relevant, int k) {
        private List<Integer> gains() {
            return list.stream()
                    .limit(k)
                    .map(item -> relevant.contains(item) ? 1 : 0)
                    .toList();
        }

        private static int sum(List<Integer> gains) {
            return gains.stream().mapToInt(Integer::intValue).sum();
        }

        double precision() {
            return sum(gains()) / (double) k;
        }

        double recall() {
            return sum(gains()) / (double) relevant.size();
        }

        private static double dcg(List<Integer> gains) {
            return IntStream.range(0, gains.size())
                    .mapToDouble(i -> gains.get(i) / log2(i + 2))
                    .sum();
        }

        double ndcg() {
            return dcg(gains()) / dcg(Collections.nCopies(Math.min(k, relevant.size()), 1));
        }

        double map() {
            List<Integer> gains = gains();
            double sum = IntStream.range(0, gains.size())
                    .mapToDouble(i -> gains.get(i) * sum(gains.subList(0, i + 1)) / (i + 1.0))
                    .sum();
            return sum / Math.min(k, relevant.size());
        }

        double mrr() {
            int first = gains().indexOf(1);
            return first < 0 ? 0 : 1 / (first + 1.0);
        }

        double auc(int catalogue) {
            double won = 0;
            long irrelevant = 0;
            for (int other = 0; other < catalogue; other++) {
                if (!relevant.contains(other)) {
                    irrelevant++;
                    for (int item : relevant) {
                        won += Math.signum(place(other) - place(item)) / 2 + 0.5;
                    }
                }
            }
            return irrelevant == 0 ? Double.NaN : won / (relevant.size() * irrelevant);
        }

        private float place(int item) {
            int place = list.indexOf(item);
            return place < 0 ? Float.MAX_VALUE : place;
        }
    }

    private static int[] array(Iterable<Integer> numbers) {
        List<Integer> all = new ArrayList<>();
        numbers.forEach(all::add);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
