package dev.clew.gnn.store;

import dev.clew.core.model.Model;
import dev.clew.core.model.ModelBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ClientException;

/** Writes one version: its number, its chunks, each in a transaction of its own so that none is large, and in the last one that it is ready. */
final class VersionWriter {
    private static final int FORMAT_VERSION = 1;
    private static final int TRIES = 10;
    private static final String TAKEN = "Neo.ClientError.Schema.ConstraintValidationFailed";

    private static final String BEGIN = """
            OPTIONAL MATCH (other:ClewModel {graph: $graph})
            WITH coalesce(max(other.version), 0) + 1 AS version
            CREATE (model:ClewModel {graph: $graph, version: version, state: 'writing'})
            SET model += $properties
            RETURN version""";

    private static final String ADD_CHUNK = """
            MATCH (model:ClewModel {graph: $graph, version: $version})
            CREATE (model)-[:HAS_CHUNK]->(:ClewModelChunk {index: $index, bytes: $bytes})""";

    private static final String FINISH = """
            MATCH (model:ClewModel {graph: $graph, version: $version})
            SET model.bytes = $bytes, model.chunks = $chunks, model.state = 'ready'""";

    private final Driver driver;
    private final String graph;
    private final long version;
    private int chunks;

    private VersionWriter(Driver driver, String graph, long version) {
        this.driver = driver;
        this.graph = graph;
        this.version = version;
    }

    /** Takes the graph's next number. Of two who take it at once, one is refused by the constraint and takes the one after. */
    static VersionWriter begin(Driver driver, Instant now, Model model, ModelFacts facts) {
        Map<String, Object> properties = Map.of(
                "recommender", model.recommender(),
                "formatVersion", FORMAT_VERSION,
                "createdAt", now.atZone(ZoneOffset.UTC),
                "dimension", model.content().dimension(),
                "items", model.items().size(),
                "settings", facts.settings(),
                "seed", facts.seed(),
                "dataFingerprint", facts.dataFingerprint(),
                "metrics", facts.metrics());
        for (int attempt = 1; ; attempt++) {
            try {
                List<Record> begun = run(driver, BEGIN, Map.of("graph", facts.graph(), "properties", properties));
                return new VersionWriter(
                        driver, facts.graph(), begun.get(0).get("version").asLong());
            } catch (ClientException refused) {
                if (attempt == TRIES || !refused.code().equals(TAKEN)) {
                    throw refused;
                }
            }
        }
    }

    long version() {
        return version;
    }

    /** Writes the model's bytes and makes the version ready. */
    void write(Model model, int chunkBytes) {
        ChunkedOutput out = new ChunkedOutput(chunkBytes, this::add);
        try {
            ModelBytes.write(model, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A stream into memory failed.", impossible);
        }
        out.finish();
        run(driver, FINISH, Map.of("graph", graph, "version", version, "bytes", out.written(), "chunks", chunks));
    }

    void add(byte[] bytes) {
        run(driver, ADD_CHUNK, Map.of("graph", graph, "version", version, "index", chunks, "bytes", bytes));
        chunks++;
    }

    private static List<Record> run(Driver driver, String statement, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            return session.executeWrite(
                    transaction -> transaction.run(statement, parameters).list());
        }
    }
}
