package dev.clew.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleUsersTest {
    private static final List<SampleUser> USERS = SampleUsers.all();

    @Test
    void givesTheSameUsersForTheSameSeed() {
        assertThat(SampleUsers.generate(FilmCatalogue.films(), SampleUsers.SEED))
                .isEqualTo(USERS);
        assertThat(SampleUsers.generate(FilmCatalogue.films(), 1)).isNotEqualTo(USERS);
    }

    @Test
    void givesTwoThousandUsersAndSixtyToAHundredThousandRatings() {
        assertThat(USERS).hasSize(2_000);
        assertThat(USERS.stream().mapToInt(user -> user.ratings().size()).sum()).isBetween(60_000, 100_000);
        assertThat(USERS.get(0).id()).isEqualTo("u0001");
        assertThat(USERS.get(1_999).id()).isEqualTo("u2000");
    }

    @Test
    void plantsTwoOrThreeTastesOfDifferentKinds() {
        assertThat(USERS).allSatisfy(user -> {
            Set<PlantedTaste.Kind> kinds =
                    user.tastes().stream().map(PlantedTaste::kind).collect(Collectors.toSet());
            assertThat(kinds).hasSameSizeAs(user.tastes()).hasSizeBetween(2, 3);
        });
    }

    @Test
    void ratesInHalvesOnceAFilmWithinThreeYearsBeforeTheEnd() {
        long end = SampleUsers.END.toEpochMilli();
        long start = end - Duration.ofDays(3 * 365).toMillis();
        assertThat(USERS).allSatisfy(user -> {
            assertThat(user.ratings()).extracting(rating -> rating.film().id()).doesNotHaveDuplicates();
            assertThat(user.ratings()).allMatch(rating -> rating.stars() >= 0.5 && rating.stars() <= 5);
            assertThat(user.ratings()).allMatch(rating -> rating.stars() * 2 == Math.rint(rating.stars() * 2));
            assertThat(user.ratings()).allMatch(rating -> rating.timestamp() >= start && rating.timestamp() < end);
        });
    }

    /** Planted strengths are 0.8 to 1.6 stars, so the means lie about 1 apart; 0.7 leaves room for clipping at five stars. */
    @Test
    void filmsOfAPlantedTasteAreRatedSevenTenthsOfAStarHigher() {
        assertThat(meanDifference(null)).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @EnumSource(PlantedTaste.Kind.class)
    void eachKindOfTasteCanBeRecoveredAlone(PlantedTaste.Kind kind) {
        assertThat(meanDifference(kind)).isGreaterThan(0.5);
    }

    /** Mean over all ratings of films that match a taste of the kind (any kind if null), less that of films matching none. */
    private static double meanDifference(PlantedTaste.@org.jspecify.annotations.Nullable Kind kind) {
        double matching = 0;
        double other = 0;
        long matchingCount = 0;
        long otherCount = 0;
        for (SampleUser user : USERS) {
            for (SampleRating rating : user.ratings()) {
                boolean matches = user.tastes().stream()
                        .anyMatch(taste -> (kind == null || taste.kind() == kind) && taste.matches(rating.film()));
                if (matches) {
                    matching += rating.stars();
                    matchingCount++;
                } else if (!user.hasTasteFor(rating.film())) {
                    other += rating.stars();
                    otherCount++;
                }
            }
        }
        return matching / matchingCount - other / otherCount;
    }

    @Test
    void activityHasALongTail() {
        List<Integer> activity =
                USERS.stream().map(user -> user.ratings().size()).sorted().toList();
        int median = activity.get(1_000);
        assertThat(activity.get(1_980)).isGreaterThan(3 * median);
    }

    @Test
    void peopleWithAStrongerPopularityBiasLeaveLessForTheTail() {
        assertThat(shareOfTheTail(1.1, 1.4)).isLessThan(shareOfTheTail(0.2, 0.5));
    }

    /** Share of ratings that go to other films than the fifty rated most. */
    private static double shareOfTheTail(double low, double high) {
        var counts = USERS.stream()
                .filter(user -> user.popularityBias() >= low && user.popularityBias() < high)
                .flatMap(user -> user.ratings().stream())
                .collect(Collectors.groupingBy(rating -> rating.film().id(), Collectors.counting()));
        double total = counts.values().stream().mapToLong(Long::longValue).sum();
        double top = counts.values().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .limit(50)
                .mapToLong(Long::longValue)
                .sum();
        return 1 - top / total;
    }
}
