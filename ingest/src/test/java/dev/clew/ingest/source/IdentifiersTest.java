package dev.clew.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "1a", "a`", "a-b", "n:User) DETACH DELETE (m", "a\n", "${x}"})
    void refusesWhatCouldEndAName(String name) {
        assertThatThrownBy(() -> Identifiers.require("label", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("label (" + name + ") must be 1 to 64 letters");
    }

    @Test
    void refusesClewsOwnNames() {
        assertThatThrownBy(() -> Identifiers.require("label", "ClewLoad"))
                .hasMessageContaining("must not start with 'clew'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User", "IN_GENRE", "_x", "größe", "r2"})
    void quotesNames(String name) {
        assertThat(Identifiers.quoted(name)).isEqualTo("`" + name + "`");
    }
}
