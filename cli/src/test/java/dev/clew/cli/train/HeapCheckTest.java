package dev.clew.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.cli.process.CommandFailedException;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.settings.Settings;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.ingest.GraphSources;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeapCheckTest {
    private static final long MB = 1 << 20;

    @Test
    void letsTrainingBeginThatFills90PercentOfTheHeap() {
        assertThatCode(() -> new HeapCheck("spectral", 7.4, 80 * MB, 10 * MB, 100 * MB).require())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatDoesNotFitAndNamesTheSetting() {
        HeapCheck check = new HeapCheck("spectral", 7.4, 81 * MB, 10 * MB, 100 * MB);
        assertThat(check.inWords())
                .isEqualTo("Expected: 7 CPU-seconds each time spectral is fitted, 81 MB and 10 MB for the graph;"
                        + " the heap has 100 MB.");
        assertThatThrownBy(check::require)
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("spectral needs 91 MB with the graph, but the heap has 100 MB. Give it more, such as"
                        + " JAVA_TOOL_OPTIONS=-Xmx1g, or choose smaller settings with --set.");
    }

    @Test
    void countsWithTheSettingsThatAreGiven() throws IOException {
        var graph = SourceGraph.read(GraphSources.sample()).graph();
        var spectral =
                Recommenders.installed(HeapCheckTest.class.getClassLoader()).named("spectral");
        HeapCheck small = HeapCheck.of(spectral, Settings.of(spectral.parameters(), Map.of("dimension", 4)), graph);
        HeapCheck large = HeapCheck.of(spectral, Settings.of(spectral.parameters(), Map.of("dimension", 64)), graph);
        assertThat(small.bytes()).isPositive().isLessThan(large.bytes());
    }
}
