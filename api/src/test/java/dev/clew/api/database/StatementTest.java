package dev.clew.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    @ParameterizedTest
    @ValueSource(strings = {"recommend", "similar", "trending", "explain", "graph-status"})
    void everyStatementSaysWhatItIsForAndWhatItTakesAndGives(String name) {
        assertThat(Statement.named(name).text())
                .startsWith("// Purpose: ")
                .contains("// Parameters: ", "// Columns: ")
                .containsOnlyOnce("CALL clew.");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.named("absent"))
                .withMessage("Statement 'absent' must be on the class path under cypher/.");
    }
}
