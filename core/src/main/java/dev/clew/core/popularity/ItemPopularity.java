package dev.clew.core.popularity;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.concurrent.TimeUnit;

/** Every item's popularity at one moment. Written once, then only read. */
final class ItemPopularity {
    private final long atMillis;
    /** What a millisecond takes off the logarithm of an interaction's weight. */
    private final double decayPerMilli;

    private final NodeScores scores;
    private final NodeScores interactions;

    private ItemPopularity(RecommendationGraph graph, long atMillis, PopularityParameters parameters) {
        this.atMillis = atMillis;
        double halfLifeMillis = parameters.halfLifeDays() * TimeUnit.DAYS.toMillis(1);
        this.decayPerMilli = halfLifeMillis == 0 ? 0 : Math.log(2) / halfLifeMillis;
        this.scores = new NodeScores(graph.nodeCount());
        this.interactions = new NodeScores(graph.nodeCount());
    }

    /** Cost: O(nodes + interactions). */
    static ItemPopularity of(RecommendationGraph graph, long atMillis, PopularityParameters parameters) {
        ItemPopularity popularity = new ItemPopularity(graph, atMillis, parameters);
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.INTERACTION)) {
            popularity.addAll(graph, graph.neighbours(type, Direction.IN));
        }
        return popularity;
    }

    private void addAll(RecommendationGraph graph, Neighbours row) {
        for (int node = 0; node < graph.nodeCount(); node++) {
            if (graph.contains(node) && graph.nodeType(node).role() == NodeRole.ITEM) {
                add(node, row.at(node));
            }
        }
    }

    private void add(int item, Neighbours row) {
        for (int i = 0; i < row.size(); i++) {
            long time = row.timeMillis(i);
            boolean known = time != 0;
            if (!known || time <= atMillis) {
                scores.add(item, known ? row.weight(i) * Math.exp((time - atMillis) * decayPerMilli) : row.weight(i));
                interactions.add(item, 1);
            }
        }
    }

    /** For ranking; to be read only. */
    NodeScores scores() {
        return scores;
    }

    double score(int item) {
        return scores.get(item);
    }

    /** How many interactions the score counts. */
    long interactions(int item) {
        return (long) interactions.get(item);
    }
}
