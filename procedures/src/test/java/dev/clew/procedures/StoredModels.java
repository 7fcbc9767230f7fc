package dev.clew.procedures;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.KeyType;
import dev.clew.core.model.ItemKeys;
import dev.clew.core.model.Model;
import dev.clew.core.model.ModelBytes;
import dev.clew.core.model.VectorContent;
import dev.clew.core.vectors.AttributeColumns;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.AttributePath;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.core.vectors.EncoderScales;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.FilterParameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Models as training would have left them in the database, in chunks small enough that there are several. */
final class StoredModels {
    private static final int CHUNK = 64;

    static final String STORE = """
            CREATE (m:ClewModel {graph: $graph, recommender: $recommender, version: $version, state: $state, formatVersion: 1,
              items: $items, dimension: $dimension, seed: 1, settings: '{"dimension": 2}', metrics: '{}'})
            WITH m UNWIND range(0, size($chunks) - 1) AS i
            CREATE (m)-[:HAS_CHUNK]->(:ClewModelChunk {index: i, bytes: $chunks[i]})
            """;

    private StoredModels() {}

    /** Items K1, T1, M1 and J1 of the shop: who bought K1 once and T1 twice gets a score of five times the scale for M1. */
    static Model shop(String recommender, float scale) {
        float[] values = {1, 0, 0, 1, 3, 1, 1, -5};
        Factor history = new Factor(values, new float[] {1, 1, 1, 1}, 2);
        Factor candidate = new Factor(values, new float[] {1, 1, scale, 1}, 2);
        return new Model(
                recommender,
                ItemKeys.of(KeyType.STRING, List.of("K1", "T1", "M1", "J1")),
                new VectorContent(history, candidate, FilterParameters.NONE));
    }

    /** The shop's items without the jug, and vectors by category: hot water (1, 0), cups (0, 1), new items' scores times two. */
    static Model shopWithCategories() {
        Factor factor = new Factor(new float[] {1, 0, 0, 1, 3, 1}, new float[] {1, 1, 1}, 2);
        AttributePath in = new AttributePath(1, "IN", "category", Direction.OUT);
        AttributeColumns columns =
                new AttributeColumns(in, "Category", List.of("Cups", "Hot water"), new float[] {1, 1});
        AttributeEncoder encoder = new AttributeEncoder(
                new AttributeSpace(List.of(columns), 1), new float[] {0, 1, 1, 0}, 2, new EncoderScales(1, 2, 0));
        return new Model(
                "ridge-encoder",
                ItemKeys.of(KeyType.STRING, List.of("K1", "T1", "M1")),
                new VectorContent(factor, factor, FilterParameters.NONE, encoder));
    }

    /** Random vectors for items of these keys. */
    static Model random(List<String> keys, float[] values, int dimension) {
        float[] ones = new float[keys.size()];
        Arrays.fill(ones, 1);
        Factor factor = new Factor(values, ones, dimension);
        return new Model(
                "spectral",
                ItemKeys.of(KeyType.STRING, keys),
                new VectorContent(factor, factor, FilterParameters.NONE));
    }

    static byte[] bytes(Model model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelBytes.write(model, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Map<String, Object> parameters(String graph, long version, Model model) {
        return parameters(graph, version, model, bytes(model), "ready");
    }

    static Map<String, Object> parameters(String graph, long version, Model model, byte[] bytes, String state) {
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += CHUNK) {
            chunks.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK)));
        }
        return Map.of(
                "graph", graph,
                "recommender", model.recommender(),
                "version", version,
                "state", state,
                "items", model.items().size(),
                "dimension", model.content().dimension(),
                "chunks", chunks);
    }
}
