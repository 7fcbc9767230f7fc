package dev.clew.benchmarks.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.benchmarks.report.Origin;
import dev.clew.cli.output.Console;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.ingest.GraphSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalksRunTest {

    @TempDir
    private Path folder;

    /** Thirty users, each of whom likes five items in a row of a circle of thirty; the next one is held back. */
    @Test
    void comparesListsAndCountsClaims() throws IOException {
        Files.writeString(folder.resolve("train.txt"), lines(0, 5));
        Files.writeString(folder.resolve("test.txt"), lines(5, 6));
        var settings = new WalksSettings(folder, 10, 2, 0.5, 1);
        SourceGraph source = SourceGraph.read(GraphSources.detect(folder));
        var run = new WalksRun(source.graph(), source.givenTest(), settings, Console.ofThisProcess()).run();

        assertThat(run.claims().cases()).isEqualTo(20);
        assertThat(run.claims().share()).isEqualTo(1);
        List<WalksRow> rows = run.rows();
        assertThat(rows).extracting(WalksRow::system).containsExactly("random-walk", "personalized-pagerank", "exact");
        assertThat(rows).extracting(WalksRow::recallAt20).containsOnly(1.0);
        assertThat(rows).extracting(WalksRow::differencePercent).containsOnly(0.0);
        List<String> markdown =
                new WalksReport(settings, run, new Origin(settings.command(), "abc", "a machine")).markdown();
        assertThat(markdown)
                .anyMatch(line -> line.startsWith("| random-walk | 10 | 1.0000 |"))
                .anyMatch(line -> line.startsWith("Of 20 answers"));
    }

    private static String lines(int from, int to) {
        return IntStream.range(0, 30)
                .mapToObj(user -> user + " "
                        + IntStream.range(from, to)
                                .mapToObj(i -> String.valueOf((user + i) % 30))
                                .collect(Collectors.joining(" "))
                        + "\n")
                .collect(Collectors.joining());
    }
}
