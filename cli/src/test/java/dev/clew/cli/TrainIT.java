package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.ClewProcess.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Trains models on a graph in a running database as an operator does; each test goes on from the one before. */
@TestMethodOrder(OrderAnnotation.class)
class TrainIT {
    /** What the sample's people like is not to be seen in one dimension. */
    private static final String[] WORSE = {"--set", "dimension=1", "--set", "filterWeight=0"};

    @TempDir
    private static Path folder = Path.of("");

    private static ClewProcess server;
    private static String uri = "";

    @BeforeAll
    static void startServerAndLoadTheSample() throws Exception {
        server = ClewProcess.start(folder, "server", "--home", "home", "--bolt-port", "0", "--http-port", "0");
        uri = server.await("READY bolt=(\\S+) http=\\S+").group(1);
        Outcome loaded = ClewProcess.run(folder, "ingest", "sample", "--graph", "films", "--uri", uri);
        assertThat(loaded.exitCode()).as(loaded.output()).isZero();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    @Order(1)
    void theFirstVersionGoesLiveAndAnswers() throws Exception {
        Outcome trained = train("--set", "dimension=32");

        assertThat(trained.exitCode()).as(trained.output()).isZero();
        assertThat(trained.output())
                .contains("Published: version 1 of spectral for graph 'films'. It is the first.")
                .containsPattern("NDCG@20 +0\\.\\d{4} \\[0\\.\\d{4}, 0\\.\\d{4}\\]");
        assertThat(answeringVersion()).isEqualTo("1");
        assertThat(line("MATCH (m:ClewModel {version: 1}) RETURN m.settings AS line"))
                .contains("\"dimension\":32");
        assertThat(line("MATCH (m:ClewModel {version: 1}) RETURN m.metrics AS line"))
                .contains("\"NDCG@20\":{");
        assertThat(line("MATCH (m:ClewModel {version: 1}) RETURN m.dataFingerprint AS line"))
                .startsWith("declared User2000 Movie319");
    }

    @Test
    @Order(2)
    void thePublishedVectorsAreMirroredToTheItems() {
        assertThat(line("MATCH (m:Movie) WHERE size(m.clewEmbedding) = 32 RETURN toString(count(m)) AS line"))
                .isEqualTo("319");
        assertThat(line("SHOW VECTOR INDEXES YIELD labelsOrTypes RETURN labelsOrTypes[0] AS line"))
                .isEqualTo("Movie");
    }

    @Test
    @Order(3)
    void aWriterThatWasKilledHalfWayChangesNothing() {
        line("""
                MATCH (live:ClewModel {version: 1})-[:HAS_CHUNK]->(chunk {index: 0})
                WITH live {.*, version: 2, state: 'writing'} AS half, chunk.bytes AS bytes
                CREATE (model:ClewModel)-[:HAS_CHUNK]->(:ClewModelChunk {index: 0, bytes: bytes})
                SET model = half
                RETURN 'written' AS line""");

        assertThat(answeringVersion()).isEqualTo("1");
    }

    @Test
    @Order(4)
    void aWorseVersionIsWrittenAndDoesNotGoLive() throws Exception {
        Outcome trained = train(WORSE);

        assertThat(trained.exitCode()).as(trained.output()).isZero();
        assertThat(trained.output())
                .contains("Written and not published: version 3 of spectral for graph 'films', which is worse than live"
                        + " version 1. NDCG@20 on the validation part")
                .contains("CALL clew.model.publish(3, {graph: 'films'}) publishes it all the same.");
        assertThat(answeringVersion()).isEqualTo("1");
    }

    @Test
    @Order(5)
    void whoSaysSoPublishesItAllTheSameAndGoesBack() {
        line("CALL clew.model.publish(3, {graph: 'films'}) YIELD version RETURN toString(version) AS line");
        assertThat(answeringVersion()).isEqualTo("3");

        line("CALL clew.model.rollback('spectral', {graph: 'films'}) YIELD version RETURN toString(version) AS line");
        assertThat(answeringVersion()).isEqualTo("1");
    }

    @Test
    @Order(6)
    void aVersionThatIsNoWorseTakesTheLiveOnesPlace() throws Exception {
        Outcome trained = train("--set", "dimension=32", "--no-mirror");

        assertThat(trained.exitCode()).as(trained.output()).isZero();
        assertThat(trained.output())
                .contains(
                        "Published: version 4 of spectral for graph 'films'. It is no worse than version 1, live until"
                                + " now.");
        assertThat(answeringVersion()).isEqualTo("4");
    }

    @Test
    @Order(7)
    void mirrorCopiesTheVersionThatIsLive() throws Exception {
        line("MATCH (m:Movie) REMOVE m.clewEmbedding RETURN toString(count(m)) AS line");

        Outcome mirrored = ClewProcess.run(folder, "mirror", "--model", "spectral", "--graph", "films", "--uri", uri);

        assertThat(mirrored.exitCode()).as(mirrored.output()).isZero();
        assertThat(mirrored.output())
                .contains("The items' property clewEmbedding holds the vectors of version 4 of spectral.");
        assertThat(line("MATCH (m:Movie) WHERE m.clewEmbedding IS NOT NULL RETURN toString(count(m)) AS line"))
                .isEqualTo("319");
    }

    @Test
    @Order(8)
    void aVersionCanWaitToBePublished() throws Exception {
        Outcome trained = train("--set", "dimension=16", "--no-publish");

        assertThat(trained.exitCode()).as(trained.output()).isZero();
        assertThat(trained.output()).contains("Written and not published, as told: version 5 of spectral");
        assertThat(answeringVersion()).isEqualTo("4");
    }

    private static Outcome train(String... settings) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("train", "--model", "spectral", "--graph", "films", "--uri", uri));
        command.addAll(List.of(settings));
        return ClewProcess.run(folder, command.toArray(String[]::new));
    }

    private static String answeringVersion() {
        return line("CALL clew.recommend('u0001', {graph: 'films', recommender: 'spectral', k: 1}) YIELD answer"
                + " RETURN toString(answer.modelVersion) AS line");
    }

    /** The first row's column {@code line}. */
    private static String line(String statement) {
        try (Driver driver = GraphDatabase.driver(uri, AuthTokens.none());
                var session = driver.session()) {
            return session.run(statement).list().get(0).get("line").asString();
        }
    }
}
