package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTypeTest {

    @Test
    void readsEveryWayOfWritingAnIntegerKeyAsTheSameLong() {
        assertThat(KeyType.INTEGER.coerce(42)).isEqualTo(42L);
        assertThat(KeyType.INTEGER.coerce(42L)).isEqualTo(42L);
        assertThat(KeyType.INTEGER.coerce((short) 42)).isEqualTo(42L);
        assertThat(KeyType.INTEGER.coerce((byte) 42)).isEqualTo(42L);
        assertThat(KeyType.INTEGER.coerce(" 42 ")).isEqualTo(42L);
        assertThat(KeyType.INTEGER.coerce("+42")).isEqualTo(42L);
        assertThat(KeyType.INTEGER.coerce("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void readsANumberAsAStringKeyInItsDigits() {
        assertThat(KeyType.STRING.coerce(42)).isEqualTo("42");
        assertThat(KeyType.STRING.coerce("alien-1979")).isEqualTo("alien-1979");
    }

    @Test
    void keepsTheSpacesOfAStringKey() {
        assertThat(KeyType.STRING.coerce(" a ")).isEqualTo(" a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alien", "4.5", "", "9223372036854775808", "99999999999999999999", "0x10"})
    void refusesWhatIsNoIntegerKey(String given) {
        assertThatThrownBy(() -> KeyType.INTEGER.coerce(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key (" + given + ") must be a whole number, as declared.");
    }

    @Test
    void refusesAFractionAsAnIntegerKey() {
        assertThatThrownBy(() -> KeyType.INTEGER.coerce(42.5)).hasMessageContaining("key (42.5)");
    }

    @Test
    void refusesAListAsAStringKey() {
        assertThatThrownBy(() -> KeyType.STRING.coerce(java.util.List.of("a")))
                .hasMessage("key ([a]) must be a string, as declared.");
    }

    @Test
    void ordersIntegersByValueAndStringsByCharacters() {
        assertThat(KeyType.INTEGER.compare(9L, 10L)).isNegative();
        assertThat(KeyType.STRING.compare("9", "10")).isPositive();
    }
}
