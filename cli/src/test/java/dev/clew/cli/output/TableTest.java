package dev.clew.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void padsEachColumnToItsWidestCellAndLeavesTheLastAsItIs() {
        var table = new Table("#", "Film", "Because");
        table.add("1", "Alien", "You rated Aliens");
        table.add("10", "Up", "");

        assertThat(table.lines())
                .containsExactly(
                        "#   Film   Because", //
                        "1   Alien  You rated Aliens",
                        "10  Up");
    }

    @Test
    void refusesARowWithAnotherNumberOfCells() {
        var table = new Table("#", "Film");

        assertThatThrownBy(() -> table.add("1")).hasMessage("cells (1) must be as many as the titles (2).");
    }
}
