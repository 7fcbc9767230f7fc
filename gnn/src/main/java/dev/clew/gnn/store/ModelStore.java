package dev.clew.gnn.store;

import dev.clew.core.model.Model;
import dev.clew.core.model.ModelBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * The versions of trained models in a database, {@code (:ClewModel {graph, version, recommender, state, ...})-[:HAS_CHUNK]->(:ClewModelChunk
 * {index, bytes})}, and which are live, {@code (:ClewLiveModel {graph, recommender, version, previous})}.
 *
 * <p>A version is written in many transactions and becomes ready in the last one. Only a ready one can be made live, by changing one node.
 * So a process that is killed half-way changes nothing for those who ask; what it leaves behind is pruned a day later.
 */
public final class ModelStore {
    /** How many of the newest versions of a recommender are kept besides the live one and the one before it. */
    public static final int KEPT = 3;

    /** Nobody writes one version for longer than this. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** Less than half of the smallest region of Java's usual collector: an array above that is kept apart, which makes it collect while others wait. */
    private static final int CHUNK_BYTES = 1 << 18;

    private static final List<String> CONSTRAINTS = List.of(
            "CREATE CONSTRAINT clew_model_version IF NOT EXISTS FOR (m:ClewModel) REQUIRE (m.graph, m.version) IS UNIQUE",
            "CREATE CONSTRAINT clew_live_model_recommender IF NOT EXISTS FOR (l:ClewLiveModel)"
                    + " REQUIRE (l.graph, l.recommender) IS UNIQUE");

    private static final String LIST = """
            MATCH (model:ClewModel {graph: $graph})
            OPTIONAL MATCH (live:ClewLiveModel {graph: $graph, recommender: model.recommender})
            RETURN model, coalesce(live.version = model.version, false) AS isLive
            ORDER BY model.version DESC""";

    private static final String COUNT_CHUNKS = """
            MATCH (model:ClewModel {graph: $graph, version: $version, state: 'ready'})
            RETURN model.chunks AS chunks""";

    private static final String READ_CHUNK = """
            MATCH (:ClewModel {graph: $graph, version: $version})-[:HAS_CHUNK]->(chunk:ClewModelChunk {index: $index})
            RETURN chunk.bytes AS bytes""";

    private static final String PUBLISH = "CALL clew.model.publish($version, {graph: $graph})";

    private static final String MARK_PRUNED = """
            MATCH (model:ClewModel {graph: $graph})
            WITH model ORDER BY model.version DESC
            WITH model.recommender AS recommender, collect(model) AS models
            OPTIONAL MATCH (live:ClewLiveModel {graph: $graph, recommender: recommender})
            WITH models, [it IN models WHERE it.state = 'ready'][..$kept] AS newest,
                 [coalesce(live.version, -1), coalesce(live.previous, -1)] AS served
            UNWIND models AS model
            WITH model, newest, served
            WHERE model.state = 'pruned'
               OR (model.state = 'writing' AND model.createdAt < $abandonedBefore)
               OR (model.state = 'ready' AND NOT model IN newest AND NOT model.version IN served)
            SET model.state = 'pruned'
            RETURN model.version AS version ORDER BY version""";

    private static final String DELETE_CHUNKS = """
            MATCH (:ClewModel {graph: $graph, version: $version})-[:HAS_CHUNK]->(chunk)
            CALL (chunk) { DETACH DELETE chunk } IN TRANSACTIONS OF 50 ROWS""";

    private static final String DELETE = "MATCH (model:ClewModel {graph: $graph, version: $version}) DELETE model";

    private final Driver driver;
    private final Clock clock;
    private final int chunkBytes;

    /** Where a version is on its way through life. */
    public enum State {
        /** Its chunks are coming, or its writer was killed. */
        WRITING,
        /** It is all there and may be live. */
        READY,
        /** It is being deleted. */
        PRUNED;

        static State of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    public ModelStore(Driver driver, Clock clock) {
        this(driver, clock, CHUNK_BYTES);
    }

    ModelStore(Driver driver, Clock clock, int chunkBytes) {
        this.driver = driver;
        this.clock = clock;
        this.chunkBytes = chunkBytes;
    }

    /**
     * Writes a model as the graph's next version, ready and not live.
     *
     * @return the version
     */
    public long write(Model model, ModelFacts facts) {
        VersionWriter writer = begin(model, facts);
        writer.write(model, chunkBytes);
        return writer.version();
    }

    VersionWriter begin(Model model, ModelFacts facts) {
        try (Session session = driver.session()) {
            CONSTRAINTS.forEach(statement -> session.run(statement).consume());
        }
        return VersionWriter.begin(driver, clock.instant(), model, facts);
    }

    /** All versions of a graph, newest first. */
    public List<StoredModel> list(String graph) {
        return read(LIST, Map.of("graph", graph)).stream().map(StoredModel::of).toList();
    }

    /** The version that answers for a recommender. */
    public Optional<StoredModel> live(String graph, String recommender) {
        return list(graph).stream()
                .filter(model -> model.isLive() && model.recommender().equals(recommender))
                .findFirst();
    }

    /**
     * Reads a version, one chunk after the other.
     *
     * @throws IllegalArgumentException if there is no such version, or it is not ready
     * @throws dev.clew.core.model.ModelFormatException if its bytes are not all there, damaged, or of another format version
     */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes an Enumeration, nothing newer.
    public Model read(String graph, long version) throws IOException {
        List<Record> found = read(COUNT_CHUNKS, Map.of("graph", graph, "version", version));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("version (" + version + ") must be a ready model of graph '" + graph
                    + "'. clew.model.list tells which are.");
        }
        Iterator<InputStream> chunks = IntStream.range(
                        0, found.get(0).get("chunks").asInt())
                .mapToObj(index -> chunk(graph, version, index))
                .iterator();
        return ModelBytes.read(new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return chunks.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return chunks.next();
            }
        }));
    }

    private InputStream chunk(String graph, long version, int index) {
        return read(READ_CHUNK, Map.of("graph", graph, "version", version, "index", index)).stream()
                .map(row -> new ByteArrayInputStream(row.get("bytes").asByteArray()))
                .findFirst()
                .orElseGet(() -> new ByteArrayInputStream(new byte[0]));
    }

    /** Makes a version the one that answers for its recommender; the procedure changes one node in one transaction. */
    public void publish(String graph, long version) {
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> transaction
                    .run(PUBLISH, Map.of("graph", graph, "version", version))
                    .consume());
        }
    }

    /**
     * Deletes what nobody needs any more: versions that are neither live, nor the one before, nor among the {@link #KEPT} newest of their
     * recommender; and those that somebody began to write more than a day ago. A deletion that was cut short is finished by the next one.
     *
     * @return the deleted versions
     */
    public List<Long> prune(String graph) {
        Map<String, Object> rule = Map.of(
                "graph", graph,
                "kept", KEPT,
                "abandonedBefore", clock.instant().minus(ABANDONED).atZone(ZoneOffset.UTC));
        try (Session session = driver.session()) {
            List<Long> pruned = session.executeWrite(transaction -> transaction
                    .run(MARK_PRUNED, rule)
                    .list(row -> row.get("version").asLong()));
            for (long version : pruned) {
                Map<String, Object> one = Map.of("graph", graph, "version", version);
                session.run(DELETE_CHUNKS, one).consume();
                session.run(DELETE, one).consume();
            }
            return pruned;
        }
    }

    private List<Record> read(String statement, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            return session.executeRead(
                    transaction -> transaction.run(statement, parameters).list());
        }
    }
}
