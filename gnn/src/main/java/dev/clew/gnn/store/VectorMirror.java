package dev.clew.gnn.store;

import dev.clew.core.model.ItemKeys;
import dev.clew.core.model.Model;
import dev.clew.core.model.VectorContent;
import dev.clew.core.vectors.Factor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/**
 * Copies the candidate-side vectors of a live model to the property {@code clewEmbedding} of the items, with a vector index by cosine, for
 * people who look at the graph; requests are answered from the model itself.
 *
 * <p>Items are written in batches. The version's node remembers, in the transaction of the batch, how far the copy is, so that a copy that
 * was cut short goes on there. There is one property: who is mirrored last stands in it.
 */
public final class VectorMirror {
    public static final String PROPERTY = "clewEmbedding";
    private static final int BATCH = 500;

    private static final String BEGIN = """
            MATCH (:ClewLiveModel {graph: $graph, recommender: $recommender, version: $version})
            MATCH (model:ClewModel {graph: $graph, version: $version})
            SET model.mirrored = coalesce(model.mirrored, 0)
            WITH model
            OPTIONAL MATCH (other:ClewModel {graph: $graph}) WHERE other <> model
            SET other.mirrored = null
            RETURN DISTINCT model.mirrored AS mirrored""";

    private static final String ADVANCE = """
            MATCH (:ClewLiveModel {graph: $graph, recommender: $recommender, version: $version})
            MATCH (model:ClewModel {graph: $graph, version: $version}) WHERE model.mirrored IS NOT NULL
            SET model.mirrored = $mirrored
            RETURN model.mirrored AS mirrored""";

    private final Driver driver;
    private final String label;
    private final String write;

    /**
     * @param label of the items
     * @param key the property that identifies them
     */
    public VectorMirror(Driver driver, String label, String key) {
        this.driver = driver;
        this.label = label;
        this.write = "UNWIND $rows AS row MATCH (item:" + quoted(label) + " {" + quoted(key) + ": row[0]})"
                + " CALL db.create.setNodeVectorProperty(item, '" + PROPERTY + "', row[1])";
    }

    /** A name may stand between back-quotes, those inside doubled; Cypher makes back-quotes of some backslashes before it looks at either. */
    private static String quoted(String name) {
        if (name.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("name (" + name
                    + ") must not have a backslash. Vectors of such items cannot be mirrored: use --no-mirror.");
        }
        return "`" + name.replace("`", "``") + "`";
    }

    /**
     * Copies the vectors of a live version, or goes on copying them.
     *
     * @param done told how many items are done
     * @throws IllegalArgumentException if the model has no vectors
     * @throws IllegalStateException if the version is not live, or another copy has begun meanwhile
     */
    public void copy(String graph, long version, Model model, LongConsumer done) {
        if (!(model.content() instanceof VectorContent content)) {
            throw new IllegalArgumentException(
                    "recommender (" + model.recommender() + ") must have vectors to be mirrored.");
        }
        Map<String, Object> pointer = Map.of("graph", graph, "recommender", model.recommender(), "version", version);
        try (Session session = driver.session()) {
            long from = session.executeWrite(transaction -> mirrored(transaction, BEGIN, pointer));
            index(session, model.content().dimension());
            for (int at = (int) from; at < model.items().size(); at += BATCH) {
                int to = Math.min(model.items().size(), at + BATCH);
                List<Value> rows = rows(model.items(), content.candidate(), at, to);
                session.executeWriteWithoutResult(transaction -> {
                    transaction.run(write, Map.of("rows", rows)).consume();
                    mirrored(transaction, ADVANCE, with(pointer, to));
                });
                done.accept(to);
            }
        }
    }

    private static long mirrored(TransactionContext transaction, String statement, Map<String, Object> pointer) {
        List<Record> found = transaction.run(statement, pointer).list();
        if (found.isEmpty()) {
            throw new IllegalStateException("Version " + pointer.get("version") + " of " + pointer.get("recommender")
                    + " is not the live one any more, or another is being mirrored. Mirror again.");
        }
        return found.get(0).get("mirrored").asLong();
    }

    private static Map<String, Object> with(Map<String, Object> pointer, long mirrored) {
        Map<String, Object> all = new HashMap<>(pointer);
        all.put("mirrored", mirrored);
        return all;
    }

    private static List<Value> rows(ItemKeys keys, Factor vectors, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(place -> Values.value(List.of(keys.key(place), Values.value(vector(vectors, place)))))
                .toList();
    }

    private static float[] vector(Factor vectors, int row) {
        float[] vector = new float[vectors.dimension()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = vectors.scaled(row, i);
        }
        return vector;
    }

    /** An index holds vectors of one length: one of another length makes way. */
    private void index(Session session, int dimension) {
        String name = "clew_embedding_" + label.toLowerCase(Locale.ROOT);
        boolean fits = session
                .run(
                        "SHOW VECTOR INDEXES YIELD name, options WHERE name = $name"
                                + " RETURN options.indexConfig['vector.dimensions'] AS dimension",
                        Map.of("name", name))
                .stream()
                .allMatch(row -> row.get("dimension").asInt() == dimension);
        if (!fits) {
            session.run("DROP INDEX " + quoted(name)).consume();
        }
        session.run("CREATE VECTOR INDEX " + quoted(name) + " IF NOT EXISTS FOR (item:" + quoted(label) + ") ON (item."
                        + PROPERTY + ") OPTIONS {indexConfig: {`vector.dimensions`: " + dimension
                        + ", `vector.similarity_function`: 'cosine'}}")
                .consume();
    }
}
