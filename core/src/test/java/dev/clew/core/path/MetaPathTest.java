package dev.clew.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphFixture;
import dev.clew.core.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaPathTest {

    @Test
    void namesThePathsOfASchemaAfterItsRelationshipTypes() {
        List<MetaPath> paths =
                MetaPath.of(GraphFixture.schema(List.of("RATED", "BOUGHT"), List.of("IN_GENRE"), List.of("SEQUEL_OF")));
        assertThat(paths)
                .extracting(MetaPathTest::written)
                .containsExactly(
                        "RATED: RATED IN, RATED OUT",
                        "BOUGHT: BOUGHT IN, BOUGHT OUT",
                        "IN_GENRE: IN_GENRE OUT, IN_GENRE IN",
                        "SEQUEL_OF>: SEQUEL_OF OUT",
                        "<SEQUEL_OF: SEQUEL_OF IN");
    }

    private static String written(MetaPath path) {
        List<String> steps = path.steps().stream()
                .map(step -> step.type().name() + " " + step.direction())
                .toList();
        return path.name() + ": " + String.join(", ", steps);
    }

    @Test
    void refusesAPathWithoutSteps() {
        assertThatThrownBy(() -> new MetaPath("empty", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps of path empty must not be empty.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAnExponentOutsideZeroToOne(double exponent) {
        assertThatThrownBy(() -> new MetaPathParameters(exponent, 0.5, 0.3, Map.of()))
                .hasMessage("historyExponent (" + exponent + ") must be in [0, 1].");
        assertThatThrownBy(() -> new MetaPathParameters(0.5, exponent, 0.3, Map.of()))
                .hasMessage("degreeExponent (" + exponent + ") must be in [0, 1].");
        assertThatThrownBy(() -> new MetaPathParameters(0.5, exponent, Map.of()))
                .hasMessage("candidateExponent (" + exponent + ") must be in [0, 1].");
    }

    @Test
    void refusesAPathWeightThatIsNegativeOrNoNumber() {
        assertThatThrownBy(() -> new MetaPathParameters(0.5, 0.3, Map.of("RATED", -1.0)))
                .hasMessage("pathWeights.RATED (-1.0) must be a number of at least 0; 0 leaves the path out.");
        Settings settings = Settings.of(MetaPathParameters.PARAMETERS, Map.of("pathWeights", Map.of("RATED", "much")));
        assertThatThrownBy(() -> MetaPathParameters.of(settings))
                .hasMessage("pathWeights.RATED (much) must be a number of at least 0; 0 leaves the path out.");
    }

    @Test
    void takesDefaultsFromTheParameters() {
        assertThat(MetaPathParameters.of(Settings.defaults(MetaPathParameters.PARAMETERS)))
                .isEqualTo(MetaPathParameters.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 2.5, 1023, 1024, 1e6, 3e9, 0.25})
    void remembersPowersOfSmallWholeDegreesOnly(double degree) {
        DegreePower power = DegreePower.to(0.3);
        double expected = 1 / Math.pow(degree, 0.3);
        assertThat(power.of(degree)).isCloseTo(expected, within(1e-15));
        assertThat(power.of(degree)).isCloseTo(expected, within(1e-15));
    }
}
