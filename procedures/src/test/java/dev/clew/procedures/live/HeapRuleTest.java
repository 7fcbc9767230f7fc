package dev.clew.procedures.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.MemoryEstimate;
import org.junit.jupiter.api.Test;

class HeapRuleTest {
    private static final long GIBIBYTE = 1L << 30;

    /** 100,000,000 interactions with weight and time, 23 bytes each, and 1,200,000 nodes: 2.22 GiB. */
    private static MemoryEstimate hundredMillion() {
        MemoryEstimate graph = new MemoryEstimate();
        graph.addNodes(1_000_000, KeyType.INTEGER, false);
        graph.addNodes(200_000, KeyType.INTEGER, false);
        graph.addRelationships(100_000_000, 1_200_000, true, true);
        return graph;
    }

    @Test
    void letsAGraphTakeTwoFifthsOfTheHeap() {
        assertThatCode(() -> new HeapRule(8 * GIBIBYTE, 0).check(hundredMillion()))
                .doesNotThrowAnyException();
        assertThat(new HeapRule(8 * GIBIBYTE, 0).message(hundredMillion())).isEmpty();
    }

    @Test
    void refusesALargerOneNamingTheSettingItsValueAndTheOneNeeded() {
        assertThatThrownBy(() -> new HeapRule(4 * GIBIBYTE, 0).check(hundredMillion()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1,200,000 nodes, 100,000,000 relationships")
                .hasMessageContaining("needs about 2.21 GiB")
                .hasMessageContaining("server.memory.heap.max_size is 4.00 GiB now; set it to 5.6g or more");
    }

    @Test
    void countsWhatOtherGraphsTake() {
        assertThatThrownBy(() -> new HeapRule(8 * GIBIBYTE, 2 * GIBIBYTE).check(hundredMillion()))
                .hasMessageContaining("besides 2.00 GiB of other graphs");
    }
}
