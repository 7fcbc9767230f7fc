package dev.clew.core.randomwalk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTest {

    @ParameterizedTest
    @ValueSource(ints = {257, 300, 511, 512, 513, 1000, 4097, 100_003})
    void blocksCoverEachPositionOnceAndAreNearlyAlike(int size) {
        int next = 0;
        for (int position = 0; position < size; position++) {
            Block block = Block.holding(position, size);
            assertThat(block.from()).isLessThanOrEqualTo(position);
            assertThat(block.to()).isGreaterThan(position);
            assertThat(block.size()).isBetween(Block.MOST / 2, Block.MOST);
            if (position == next) {
                assertThat(block.from()).isEqualTo(next);
                next = block.to();
            }
        }
        assertThat(next).isEqualTo(size);
    }
}
