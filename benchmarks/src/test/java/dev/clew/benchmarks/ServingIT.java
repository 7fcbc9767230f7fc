package dev.clew.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.clew.benchmarks.report.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the benchmark as a user does and reads what it wrote. */
class ServingIT {

    private static final List<String> FEW = List.of("trivial", "clew", "cypher-naive", "cypher-tuned");

    @TempDir
    private Path folder = Path.of("");

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(
            String system,
            int clientThreads,
            double p50Ms,
            double p99Ms,
            @Nullable Double recallAt20) {}

    @Test
    void measuresEverySystemOnASmallSetAndFindsThePlantedTaste() throws IOException {
        SmallData.write(folder.resolve("data"));

        assertThat(run("--calls", "6", "--warmup", "3")).isZero();

        List<Row> rows = rows();
        assertThat(rows)
                .extracting(Row::system)
                .contains(
                        "trivial",
                        "clew",
                        "clew-explain-short",
                        "clew-meta-path",
                        "cypher-tuned-normalised",
                        "gds-pagerank",
                        "gds-fastrp-index",
                        "gds-knn",
                        "gds-node-similarity");
        assertThat(rows).allMatch(row -> row.p50Ms() > 0 && row.p50Ms() <= row.p99Ms());
        assertThat(recallOf("clew", rows)).isGreaterThan(0.9);
        assertThat(recallOf("cypher-tuned", rows))
                .isEqualTo(recallOf("cypher-naive", rows))
                .isGreaterThan(0.9);
        assertThat(Files.readString(folder.resolve("results/serving-data.md")))
                .startsWith("# Serving data")
                .contains("node similarity lists: ");
    }

    @Test
    void usesAKeptStoreAgain() throws IOException {
        SmallData.write(folder.resolve("data"));
        String state = folder.resolve("state").toString();
        List<String> options = List.of("--calls", "2", "--warmup", "0", "--clients", "1", "--state", state);

        assertThat(run(with(options, "--systems", String.join(",", FEW)))).isZero();
        List<Row> first = rows();
        assertThat(run(with(options, "--systems", "clew"))).isZero();

        assertThat(first).extracting(Row::system).isEqualTo(FEW);
        assertThat(rows()).extracting(Row::system).containsExactly("clew");
        assertThat(recallOf("clew", rows())).isEqualTo(recallOf("clew", first));
    }

    private static String[] with(List<String> options, String... further) {
        return Stream.concat(options.stream(), Stream.of(further)).toArray(String[]::new);
    }

    private int run(String... options) {
        List<String> fixed = List.of(
                "serving",
                "--data",
                folder.resolve("data").toString(),
                "--out",
                folder.resolve("results").toString(),
                "--users",
                "10",
                "--rounds",
                "1");
        return Benchmarks.commandLine().execute(with(fixed, options));
    }

    private List<Row> rows() throws IOException {
        return new JsonFile(folder.resolve("results/serving.json")).readList(Row.class);
    }

    private static @Nullable Double recallOf(String system, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.system().equals(system))
                .findFirst()
                .orElseThrow()
                .recallAt20();
    }
}
