package dev.clew.core.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1_000})
    void findsWhatSortingWouldPutThere(int size) {
        for (int seed = 0; seed < 100; seed++) {
            // Few different numbers, so that many are equal.
            long[] numbers = new Random(seed).longs(size, -20, 20).toArray();
            long[] sorted = numbers.clone();
            java.util.Arrays.sort(sorted);
            int index = seed % size;
            assertThat(Selection.smallest(numbers, index))
                    .as("seed %d, index %d of %d", seed, index, size)
                    .isEqualTo(sorted[index]);
        }
    }
}
