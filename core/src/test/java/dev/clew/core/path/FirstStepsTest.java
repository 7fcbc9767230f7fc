package dev.clew.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStepsTest {
    @ParameterizedTest(name = "{0} middle nodes")
    @ValueSource(ints = {1, 40, 100_000})
    void findsTheStepsToEachMiddleNodeLatestFirst(int nodes) {
        Random random = new Random(nodes);
        FirstSteps steps = new FirstSteps(500);
        Map<Integer, List<Integer>> expected = new HashMap<>();
        for (int step = 0; step < 500; step++) {
            // Numbers with the same lowest bits, to which the table and the filter give the same place.
            int middle = random.nextInt(nodes) << 13;
            steps.add(middle, step / 7, step % 7, step / 2.0);
            expected.computeIfAbsent(middle, key -> new ArrayList<>()).add(0, step);
        }
        expected.forEach((middle, latestFirst) -> {
            List<Integer> found = new ArrayList<>();
            for (int step = steps.latest(middle); step != FirstSteps.NONE; step = steps.previous(step)) {
                assertThat(steps.middle(step)).isEqualTo(middle);
                assertThat(steps.start(step)).isEqualTo(step / 7);
                assertThat(steps.position(step)).isEqualTo(step % 7);
                assertThat(steps.factor(step)).isEqualTo(step / 2.0);
                found.add(step);
            }
            assertThat(found).isEqualTo(latestFirst);
        });
        assertThat(steps.latest(1)).isEqualTo(FirstSteps.NONE);
        assertThat(steps.size()).isEqualTo(500);
    }
}
