package dev.clew.api.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class OptionsMapTest {

    @ParameterizedTest
    @CsvSource({
        "7, java.lang.Long",
        "-7, java.lang.Long",
        "0.15, java.lang.Double",
        "1e-6, java.lang.Double",
        "true, java.lang.Boolean",
        "meta-path, java.lang.String",
        "1.2.3, java.lang.String",
        "1234567890123456789012, java.lang.Double"
    })
    void handsOnWhatAParameterLooksLike(String text, Class<?> type) {
        assertThat(mapOf("p", text).values().get("p"))
                .isInstanceOf(type)
                .asString()
                .isEqualToIgnoringCase(
                        type == Double.class ? Double.valueOf(text).toString() : text);
    }

    @Test
    void handsOnARepeatedParameterAsAList() {
        var query = new LinkedMultiValueMap<String, String>();
        query.add("p", "1");
        query.add("p", "x");
        assertThat(new OptionsMap(query).values()).containsEntry("p", java.util.List.of(1L, "x"));
    }

    @Test
    void leavesOutAnOptionWithoutValue() {
        OptionsMap map = mapOf("k", "");
        map.put("k", null);
        assertThat(map.values()).isEmpty();
    }

    private static OptionsMap mapOf(String name, String text) {
        var query = new LinkedMultiValueMap<String, String>();
        query.add(name, text);
        return new OptionsMap(query);
    }
}
