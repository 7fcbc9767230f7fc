package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.ingest.load.LoadListener;
import dev.clew.ingest.load.LoadOptions;
import dev.clew.ingest.load.Loader;
import dev.clew.ingest.load.TestDatabase;
import dev.clew.ingest.source.GraphSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Record;

class CypherFilesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Path CYPHER = Path.of("..", "cypher");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");

    static Stream<Path> schema() throws IOException {
        return files("schema");
    }

    /** Those that the plugin need not be there for; the others are tested where it is. */
    static Stream<Path> plainQueries() throws IOException {
        return files("queries").filter(file -> !text(file).contains("CALL clew."));
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CYPHER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".cypher")).sorted().toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyFileSaysWhatItIsForWhatItTakesAndWhatItGives() throws IOException {
        assertThat(Stream.concat(files("schema"), files("queries")))
                .hasSizeGreaterThan(20)
                .allSatisfy(file ->
                        assertThat(text(file)).containsSubsequence("// Purpose: ", "// Parameters: ", "// Columns: "));
    }

    @ParameterizedTest
    @MethodSource("plainQueries")
    void everyPlainQueryRuns(Path file) {
        Map<String, Object> parameters = new HashMap<>();
        PARAMETER.matcher(text(file)).results().forEach(match -> parameters.put(match.group(1), 1));

        assertThat(DATABASE.query("EXPLAIN " + text(file), parameters)).isEmpty();
        assertThat(DATABASE.query(text(file), parameters)).isEmpty();
    }

    @Test
    void theSchemaFilesMakeWhatTheLoaderMakesAndNothingElse(@TempDir Path folder) throws IOException {
        DATABASE.dropSchema();
        for (Path file : schema().toList()) {
            DATABASE.query(text(file));
        }
        List<String> wanted = schemaNow();
        DATABASE.dropSchema();

        load(GraphSources.sample());
        load(GraphSources.detect(movielens(folder.resolve("movielens"))));
        load(GraphSources.detect(triples(folder.resolve("triples"))));

        assertThat(schemaNow()).isEqualTo(wanted).hasSize(11);
    }

    private static List<String> schemaNow() {
        return DATABASE
                .query(
                        "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint WHERE type <> 'LOOKUP'"
                                + " RETURN name, labelsOrTypes, properties, owningConstraint ORDER BY name")
                .stream()
                .map(Record::asMap)
                .map(Map::toString)
                .toList();
    }

    private static void load(GraphSource source) {
        new Loader(DATABASE.driver(), LoadOptions.DEFAULT.withDeclare(false), LoadListener.NONE).load(source);
    }

    private static Path movielens(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n");
        Files.writeString(folder.resolve("movies.csv"), "movieId,title,genres\n1,Toy Story (1995),Animation\n");
        Files.writeString(folder.resolve("tags.csv"), "userId,movieId,tag,timestamp\n1,1,pixar,964982703\n");
        return folder;
    }

    private static Path triples(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("train.txt"), "0 0 1\n");
        Files.writeString(folder.resolve("kg.txt"), "0 0 2\n");
        return folder;
    }
}
