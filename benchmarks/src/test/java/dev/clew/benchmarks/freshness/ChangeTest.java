package dev.clew.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void allSixKindsAreEquallyFrequent() {
        Map<String, Long> pairs = IntStream.range(0, 1200)
                .mapToObj(pair -> Change.of(pair).kind())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(pairs)
                .hasSize(6)
                .containsKeys("own interaction", "new item", "first interaction", "removed attribute")
                .allSatisfy((kind, count) -> assertThat(count).isEqualTo(200));
    }

    @Test
    void itemsAreHiddenAndDeletedInTurn() {
        assertThat(Change.of(4).write()).contains("BENCH_HIDDEN");
        assertThat(Change.of(10).write()).contains("DETACH DELETE item");
        assertThat(Change.of(16)).isEqualTo(Change.of(4));
    }

    /** An answer proves nothing if it was the same before the write. */
    @Test
    void everyWriteChangesWhatMustBeSeen() {
        assertThat(Change.KINDS)
                .allSatisfy(kind -> assertThat(kind)
                        .allSatisfy(change -> assertThat(change.before()).isNotEqualTo(change.after())));
    }
}
