package dev.clew.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionStrengthTest {

    @ParameterizedTest(name = "a rating of {0} says {1}")
    @CsvSource({"5, 2.25", "4, 1.25", "3.5, 0.75", "3.4, 0", "3, 0", "2.1, 0", "2, -0.75", "1, -1.75", "0.5, -2.25"})
    void measuresARatingFromTheMiddleBetweenTheBounds(double rating, float strength) {
        assertThat(rated("positiveFrom", 3.5, "negativeUpTo", 2).strength(rating))
                .isEqualTo(strength);
    }

    @ParameterizedTest(name = "a vote of {0} says {1}")
    @CsvSource({"10, 10", "1, 1", "0, 0", "-1, -1", "-10, -10"})
    void measuresVotesAroundZeroAlike(double vote, float strength) {
        assertThat(rated("positiveFrom", 1, "negativeUpTo", -1).strength(vote)).isEqualTo(strength);
    }

    @Test
    void likesFromTheLowerBoundOnEvenBelowZero() {
        assertThat(rated("positiveFrom", 0, "negativeUpTo", -4).strength(0)).isEqualTo(2f);
        assertThat(rated("positiveFrom", -1, "negativeUpTo", -3).strength(-1)).isEqualTo(1f);
    }

    @ParameterizedTest(name = "a rating of {0} says {1}")
    @CsvSource({"5, 5", "3.5, 3.5", "3, 0", "-5, 0"})
    void takesTheWeightItselfFromALoneLowerBoundOn(double rating, float strength) {
        assertThat(rated("positiveFrom", 3.5).strength(rating)).isEqualTo(strength);
    }

    @ParameterizedTest(name = "a rating of {0} says {1}")
    @CsvSource({"5, 5", "2.5, 2.5", "2, -1", "1, -2", "0, -3", "-1, -4"})
    void rejectsTheMoreTheLowerBelowALoneUpperBound(double rating, float strength) {
        assertThat(rated("negativeUpTo", 2).strength(rating)).isEqualTo(strength);
    }

    @ParameterizedTest(name = "a quantity of {0} says {1}")
    @CsvSource({"3, 3", "0.5, 0.5", "0, 0", "-2, -2"})
    void takesTheWeightItselfWithoutBounds(double quantity, float strength) {
        assertThat(rated().strength(quantity)).isEqualTo(strength);
    }

    @Test
    void countsOneWithoutAWeightAndNothingWhereBoundsNeedOne() {
        assertThat(rated().strength(null)).isEqualTo(1f);
        assertThat(rated("positiveFrom", 3.5).strength(null)).isZero();
    }

    @Test
    void turnsTheSignOfASignOfDislike() {
        assertThat(rated("sign", -1).strength(null)).isEqualTo(-1f);
        assertThat(rated("sign", -1).strength(3)).isEqualTo(-3f);
    }

    @Test
    void onlyExcludesWhatIsDeclaredSo() {
        assertThat(rated("exclude", true).strength(5)).isZero();
    }

    @Test
    void takesWhatIsNoNumberAsSeen() {
        assertThat(rated().strength(Double.NaN)).isZero();
        assertThat(rated("positiveFrom", 1).strength(Double.POSITIVE_INFINITY)).isZero();
    }

    private static InteractionDeclaration rated(@Nullable Object... settings) {
        Map<String, @Nullable Object> map = new HashMap<>(Map.of("type", "RATED", "weight", "stars"));
        for (int i = 0; i < settings.length; i += 2) {
            map.put((String) java.util.Objects.requireNonNull(settings[i]), settings[i + 1]);
        }
        return InteractionDeclaration.of(map);
    }
}
