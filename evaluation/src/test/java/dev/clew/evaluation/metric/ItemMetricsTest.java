package dev.clew.evaluation.metric;

import static dev.clew.evaluation.metric.SmallGraph.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RelationshipRole;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemMetricsTest {
    /** Popularity: a 4, b 2, c 1, d 0. */
    private static final GraphSnapshot GRAPH =
            SmallGraph.of("a=drama,war b=war c=comedy d", "a b", "a b", "a c:2", "a");

    private static final ItemFacts FACTS = new ItemFacts(GRAPH);
    private static final ItemAttributes GENRES =
            new ItemAttributes(GRAPH, GRAPH.schema().relationshipTypes(RelationshipRole.ATTRIBUTE));

    @Test
    void popularityIsTheNumberOfUsersWhoLikedTheItem() {
        assertThat(Stream.of("a", "b", "c", "d").map(name -> FACTS.popularity(item(GRAPH, name))))
                .containsExactly(4, 2, 1, 0);
        assertThat(FACTS.firstMillis(item(GRAPH, "c"))).isEqualTo(2 * 86_400_000L);
        assertThat(FACTS.isNew(item(GRAPH, "d"))).isTrue();
    }

    @Test
    void diversityIsOneMinusTheCosineOfSharedGenres() {
        // a and b share one genre of two and one: cosine 1 / sqrt(2). c shares none.
        double pairs = (1 - 1 / Math.sqrt(2)) + 1 + 1;
        assertThat(new IntraListDiversityAtK(3, GENRES).of(list("a b c"))).isCloseTo(pairs / 3, within(1e-12));
    }

    @Test
    void diversityOfASingleItemIsNotDefined() {
        assertThat(new IntraListDiversityAtK(3, GENRES).of(list("a"))).isNaN();
    }

    @Test
    void noveltyIsZeroBitsForWhatAllLikedAndTwoForWhatOneOfFourLiked() {
        assertThat(new NoveltyAtK(5, FACTS).of(list("a"))).isZero();
        assertThat(new NoveltyAtK(5, FACTS).of(list("a c"))).isCloseTo((0 + 2) / 2.0, within(1e-12));
    }

    @Test
    void anItemNobodyLikedIsAsNovelAsOneThatOneUserLiked() {
        assertThat(new NoveltyAtK(5, FACTS).of(list("d"))).isCloseTo(2, within(1e-12));
    }

    @Test
    void serendipityLeavesOutHitsThatTheMostPopularItemsWouldHaveGiven() {
        JudgedList list = new JudgedList(
                new int[] {item(GRAPH, "a"), item(GRAPH, "c")},
                new int[] {item(GRAPH, "a"), item(GRAPH, "c")},
                new int[0]);
        // Of two right items one is among the two most popular.
        assertThat(new SerendipityAtK(2, FACTS).of(list)).isEqualTo(1 / 2.0);
    }

    @Test
    void newItemShareCountsWhatNobodyLikedAmongTheFirstPlaces() {
        // Nobody liked d. A list of three asked for five has three places, of which d takes one.
        assertThat(new NewItemShareAtK(5, FACTS).of(list("a d b"))).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(new NewItemShareAtK(2, FACTS).of(list("a d b"))).isEqualTo(1 / 2.0);
        assertThat(new NewItemShareAtK(1, FACTS).of(list("a d b"))).isZero();
    }

    @Test
    void newItemShareOfAnEmptyListIsNotDefined() {
        assertThat(new NewItemShareAtK(5, FACTS).of(new JudgedList(new int[0], new int[0], new int[0])))
                .isNaN();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void newItemShareEqualsThatOfItemsInNobodysHistory(int seed) {
        Random random = new Random(seed);
        String[] likes = IntStream.range(0, 4)
                .mapToObj(user -> some(random).collect(Collectors.joining(" ")))
                .toArray(String[]::new);
        GraphSnapshot graph = SmallGraph.of("a b c d e f", likes);
        List<String> shown = some(random).collect(Collectors.toList());
        Collections.shuffle(shown, random);
        int k = 1 + random.nextInt(6);
        double expected = shown.stream()
                .limit(k)
                .mapToInt(item -> Stream.of(likes).anyMatch(liked -> liked.contains(item)) ? 0 : 1)
                .average()
                .orElse(Double.NaN);
        int[] items = shown.stream().mapToInt(name -> item(graph, name)).toArray();
        assertThat(new NewItemShareAtK(k, new ItemFacts(graph)).of(new JudgedList(items, new int[0], new int[0])))
                .as("seed %d", seed)
                .isEqualTo(Double.valueOf(expected));
    }

    private static Stream<String> some(Random random) {
        return Stream.of("a", "b", "c", "d", "e", "f").filter(item -> random.nextInt(3) == 0);
    }

    @Test
    void averageRecommendationPopularityIsAMeanOfCounts() {
        assertThat(new PopularityAtK(5, FACTS).of(list("a b d"))).isCloseTo((4 + 2 + 0) / 3.0, within(1e-12));
    }

    @Test
    void popularityLiftIsOneForAListTwiceAsPopularAsTheUsersOwn() {
        assertThat(new PopularityLiftAtK(1, FACTS).of(list("a", "b"))).isCloseTo(1, within(1e-12));
        assertThat(new PopularityLiftAtK(1, FACTS).of(list("a"))).isNaN();
    }

    @Test
    void miscalibrationIsSmallButNotZeroForAListOfOtherShares() {
        // Liked: a (drama 1/2, war 1/2) and b (war 1): drama 1/4, war 3/4. Shown: b: war 1.
        double drama = 0.25 * Math.log(0.25 / (0.01 * 0.25));
        double war = 0.75 * Math.log(0.75 / (0.99 + 0.01 * 0.75));
        assertThat(new MiscalibrationAtK(3, GENRES).of(list("b d", "a b"))).isCloseTo(drama + war, within(1e-12));
    }

    @Test
    void miscalibrationIsZeroForAListLikeTheUsersOwn() {
        assertThat(new MiscalibrationAtK(3, GENRES).of(list("a b", "a b"))).isCloseTo(0, within(1e-12));
        assertThat(new MiscalibrationAtK(3, GENRES).of(list("d", "a"))).isNaN();
    }

    @Test
    void giniIsZeroForEqualExposureAndNearOneForASingleItem() {
        assertThat(new Exposure(new long[] {3, 3, 3}).gini()).isCloseTo(0, within(1e-12));
        assertThat(new Exposure(new long[] {0, 0, 0, 8}).gini()).isCloseTo(3 / 4.0, within(1e-12));
        assertThat(new Exposure(new long[] {0, 0, 0, 8}).coverage()).isEqualTo(0.25);
    }

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void giniEqualsHalfTheMeanAbsoluteDifferenceOverTheMean(int seed) {
        Random random = new Random(seed);
        long[] counts = random.longs(2 + random.nextInt(20), 0, 50).toArray();
        counts[0]++;
        double differences = 0;
        double sum = 0;
        for (long a : counts) {
            sum += a;
            for (long b : counts) {
                differences += Math.abs(a - b);
            }
        }
        double n = counts.length;
        assertThat(new Exposure(counts).gini())
                .as("seed %d", seed)
                .isCloseTo(differences / (2 * n * n) / (sum / n), within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cosineEqualsThatOfWrittenOutVectors(int seed) {
        Random random = new Random(seed);
        GraphSnapshot graph = SmallGraph.of(randomItem("a", random) + " " + randomItem("b", random), "a");
        ItemAttributes attributes = new ItemAttributes(graph, List.of(SmallGraph.GENRE));
        double dot = 0;
        double left = 0;
        double right = 0;
        for (int genre = 0; genre < graph.nodeCount(); genre++) {
            double a = has(graph, "a", genre);
            double b = has(graph, "b", genre);
            dot += a * b;
            left += a * a;
            right += b * b;
        }
        double expected = left * right == 0 ? 0 : dot / Math.sqrt(left * right);
        assertThat(attributes.cosine(item(graph, "a"), item(graph, "b")))
                .as("seed %d", seed)
                .isCloseTo(expected, within(1e-12));
    }

    private static String randomItem(String name, Random random) {
        String genres = String.join(
                ",",
                IntStream.range(0, 6)
                        .filter(i -> random.nextInt(3) == 0)
                        .mapToObj(i -> "g" + i)
                        .toList());
        return genres.isEmpty() ? name : name + "=" + genres;
    }

    private static double has(GraphSnapshot graph, String item, int genre) {
        var row = graph.neighbours(SmallGraph.GENRE, dev.clew.core.graph.Direction.OUT)
                .at(item(graph, item));
        return IntStream.range(0, row.size()).anyMatch(i -> row.node(i) == genre) ? 1 : 0;
    }

    private static JudgedList list(String items, String... liked) {
        int[] likedItems = liked.length == 0 ? new int[0] : numbers(liked[0]);
        return new JudgedList(numbers(items), new int[0], likedItems);
    }

    private static int[] numbers(String names) {
        return Stream.of(names.split(" ")).mapToInt(name -> item(GRAPH, name)).toArray();
    }
}
