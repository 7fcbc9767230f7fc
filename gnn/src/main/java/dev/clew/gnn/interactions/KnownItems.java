package dev.clew.gnn.interactions;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.ItemVectors;
import java.util.List;
import java.util.stream.IntStream;

/** Learned vectors without those of items that nobody acted on: an encoder gives them better ones. */
public final class KnownItems {
    private KnownItems() {}

    /** The vectors of the items with interactions. The two sides share their values if they did. */
    public static ItemVectors of(RecommendationGraph graph, ItemVectors learned) {
        List<Neighbours> likes = graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .map(type -> graph.neighbours(type, Direction.IN))
                .toList();
        int[] rows = IntStream.range(0, learned.size())
                .filter(row ->
                        likes.stream().anyMatch(it -> it.at(learned.node(row)).size() > 0))
                .toArray();
        int[] nodes = IntStream.of(rows).map(learned::node).toArray();
        float[] values = values(learned.history(), rows);
        boolean shared = learned.candidate().sharesValuesWith(learned.history());
        float[] others = shared ? values : values(learned.candidate(), rows);
        int dimension = learned.dimension();
        return new ItemVectors(
                nodes,
                new Factor(values, scales(learned.history(), rows), dimension),
                new Factor(others, scales(learned.candidate(), rows), dimension));
    }

    private static float[] values(Factor factor, int[] rows) {
        float[] values = new float[rows.length * factor.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = factor.value(rows[i / factor.dimension()], i % factor.dimension());
        }
        return values;
    }

    private static float[] scales(Factor factor, int[] rows) {
        float[] scales = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scales[i] = factor.scale(rows[i]);
        }
        return scales;
    }
}
