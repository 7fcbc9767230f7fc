package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LongTrieTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsWhatAHashMapHoldsInEveryVersion(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<LongTrie<Integer>> tries = new ArrayList<>(List.of(new LongTrie<Integer>()));
        List<Map<Long, Integer>> maps = new ArrayList<>(List.of(new HashMap<>()));
        for (int write = 0; write < 200; write++) {
            long key = key(random);
            Map<Long, Integer> next = new HashMap<>(maps.get(write));
            next.put(key, write);
            maps.add(next);
            tries.add(tries.get(write).with(key, write));
        }
        for (int version = 0; version < tries.size(); version += 20) {
            assertSame(tries.get(version), maps.get(version), maps.get(200).keySet(), version);
        }
    }

    /** Small keys that collide, and keys of every height up to the largest. */
    private static long key(RandomGenerator random) {
        return (random.nextLong() & Long.MAX_VALUE) >>> random.nextInt(63);
    }

    private static void assertSame(
            LongTrie<Integer> trie, Map<Long, Integer> map, Iterable<Long> allKeys, int version) {
        assertThat(trie.size()).as("size of version %s", version).isEqualTo(map.size());
        for (long key : allKeys) {
            assertThat(trie.get(key)).as("key %s of version %s", key, version).isEqualTo(map.get(key));
        }
    }

    @Test
    void reachesTheLargestKeyThereIs() {
        LongTrie<String> trie = new LongTrie<String>().with(0, "least").with(Long.MAX_VALUE, "most");
        assertThat(trie.get(0)).isEqualTo("least");
        assertThat(trie.get(Long.MAX_VALUE)).isEqualTo("most");
        assertThat(trie.get(Long.MAX_VALUE - 1)).isNull();
    }

    @Test
    void knowsNothingOfNegativeKeys() {
        assertThat(new LongTrie<String>().with(0, "zero").get(-1)).isNull();
        assertThatThrownBy(() -> new LongTrie<String>().with(-1, "below"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key (-1) must be at least 0");
    }
}
