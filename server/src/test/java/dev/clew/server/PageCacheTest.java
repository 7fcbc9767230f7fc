package dev.clew.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageCacheTest {

    @ParameterizedTest(name = "{0} MB of memory give {1} MB of page cache")
    @CsvSource({"256, 64", "512, 64", "4096, 512", "8192, 1024", "65536, 1024"})
    void takesAnEighthOfTheMemoryWithinItsBounds(long memoryMegabytes, long cacheMegabytes) {
        assertThat(PageCache.forMemory(memoryMegabytes << 20)).isEqualTo(cacheMegabytes << 20);
    }
}
