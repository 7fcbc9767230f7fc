package dev.clew.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Parameter K = Parameter.integer("k", 10, 1, 1000, "how many items");
    private static final Parameter RESTART =
            Parameter.real("restartProbability", 0.15, Parameter.Range.open(0, 1), "chance of going back");
    private static final Parameter TIMEOUT = Parameter.optionalInteger("timeoutMillis", 1, "longest wait");
    private static final Parameter EXPLAIN =
            Parameter.choice("explain", "how much to explain", "none", "short", "full");
    private static final Parameter STRICT = Parameter.flag("strict", false, "whether to insist");
    private static final Parameter EXCLUDE = Parameter.list("exclude", "items left out");
    private static final Parameter FILTER = Parameter.map("filter", "attributes wanted");
    private static final Parameter GRAPH = Parameter.text("graph", null, "which graph");
    private static final Parameter AS_OF = Parameter.any("asOf", "the moment");
    private static final List<Parameter> ALL =
            List.of(K, RESTART, TIMEOUT, EXPLAIN, STRICT, EXCLUDE, FILTER, GRAPH, AS_OF);

    @Test
    void fillsInTheDefaultOfWhatIsNotGiven() {
        Settings settings = Settings.defaults(ALL);
        assertThat(settings.integer("k")).isEqualTo(10);
        assertThat(settings.real("restartProbability")).isEqualTo(0.15);
        assertThat(settings.text("explain")).isEqualTo("none");
        assertThat(settings.flag("strict")).isFalse();
        assertThat(settings.list("exclude")).isEmpty();
        assertThat(settings.map("filter")).isEmpty();
        assertThat(settings.optionalInteger("timeoutMillis")).isEmpty();
        assertThat(settings.optionalText("graph")).isEmpty();
        assertThat(settings.any("asOf")).isEmpty();
    }

    @Test
    void takesNumbersInWhateverJavaTypeTheyCome() {
        Settings settings = Settings.of(ALL, Map.of("k", 5.0, "restartProbability", 0.5f, "timeoutMillis", 7));
        assertThat(settings.integer("k")).isEqualTo(5);
        assertThat(settings.real("restartProbability")).isEqualTo(0.5);
        assertThat(settings.optionalInteger("timeoutMillis")).contains(7L);
    }

    @Test
    void countsNullAsNotGiven() {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("k", null);
        assertThat(Settings.of(ALL, given).integer("k")).isEqualTo(10);
    }

    @Test
    void takesTheEndsOfAClosedRangeAndRefusesThoseOfAnOpenOne() {
        assertThat(Settings.of(ALL, Map.of("k", 1000)).integer("k")).isEqualTo(1000);
        assertRefused("k", 1001, "k (1001) must be a whole number in [1, 1000].");
        assertRefused("k", 0, "k (0) must be a whole number in [1, 1000].");
        assertRefused("restartProbability", 1, "restartProbability (1) must be a number in (0.0, 1.0).");
        assertRefused("restartProbability", 0, "restartProbability (0) must be a number in (0.0, 1.0).");
        assertRefused("timeoutMillis", 0, "timeoutMillis (0) must be a whole number at least 1.");
    }

    @Test
    void refusesAFractionForAWholeNumberAndWhatIsNoNumberAtAll() {
        assertRefused("k", 2.5, "k (2.5) must be a whole number in [1, 1000].");
        assertRefused("k", "ten", "k (ten) must be a whole number in [1, 1000].");
        assertRefused("k", Double.POSITIVE_INFINITY, "k (Infinity) must be a whole number in [1, 1000].");
        assertRefused("restartProbability", Double.NaN, "restartProbability (NaN) must be a number in (0.0, 1.0).");
    }

    @Test
    void refusesAValueOfAnotherKindNamingTheKind() {
        assertRefused("explain", "long", "explain (long) must be one of none, short, full.");
        assertRefused("explain", 1, "explain (1) must be one of none, short, full.");
        assertRefused("strict", "yes", "strict (yes) must be true or false.");
        assertRefused("exclude", "a", "exclude (a) must be a list.");
        assertRefused("filter", List.of(), "filter ([]) must be a map.");
        assertRefused("graph", 1, "graph (1) must be a string.");
    }

    @Test
    void suggestsTheNameThatWasProbablyMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(ALL, Map.of("timeoutMilis", 5)))
                .withMessage("Unknown option 'timeoutMilis'. Did you mean 'timeoutMillis'? Allowed: k, "
                        + "restartProbability, timeoutMillis, explain, strict, exclude, filter, graph, asOf");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(ALL, Map.of("TIMEOUTMILLIS", 5)))
                .withMessageContaining("Did you mean 'timeoutMillis'?");
    }

    @Test
    void suggestsNothingForANameThatIsFarFromAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(List.of(K), Map.of("temperature", 5)))
                .withMessage("Unknown option 'temperature'. Allowed: k");
    }

    @Test
    void takesTheLaterOfTwoParametersWithOneName() {
        ParameterSet both = new ParameterSet(List.of(K, Parameter.integer("k", 7, 1, 9, "another")));
        assertThat(Settings.of(both, Map.of()).integer("k")).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(both, Map.of("k", 10)))
                .withMessage("k (10) must be a whole number in [1, 9].");
    }

    private static void assertRefused(String name, Object value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(ALL, Map.of(name, value)))
                .withMessage(message);
    }
}
