package dev.clew.gnn.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ItemSamplerTest {
    @Test
    void drawsItemsInProportionToTheirWeights() {
        ItemSampler sampler = ItemSampler.weighted(new double[] {0, 1, 0, 3, 0});
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int[] counts = new int[5];
        for (int i = 0; i < 40_000; i++) {
            counts[sampler.draw(random)]++;
        }

        assertThat(counts[0] + counts[2] + counts[4])
                .as("items of weight 0 have no chance")
                .isZero();
        assertThat(counts[3] / 40_000.0).as("3 of 4; standard deviation 0.002").isCloseTo(0.75, within(0.01));
        assertThat(sampler.chance(1)).isEqualTo(0.25);
        assertThat(sampler.chance(4)).isZero();
    }

    @Test
    void drawsAllItemsAlikeWhenUniform() {
        ItemSampler sampler = ItemSampler.uniform(4);

        assertThat(sampler.chance(0)).isEqualTo(0.25);
        assertThat(sampler.chance(3)).isEqualTo(0.25);
    }

    @Test
    void refusesWeightsThatAreNone() {
        assertThatThrownBy(() -> ItemSampler.weighted(new double[] {0, 0})).hasMessageContaining("above 0");
        assertThatThrownBy(() -> ItemSampler.weighted(new double[] {2, -1})).hasMessageContaining("at least 0");
    }
}
