package dev.clew.procedures;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;

/**
 * One recommended item.
 *
 * @param rank from 1
 * @param itemId the declared key
 * @param item the node; our own clients return declared properties of it, never the node: it would ship all it has
 * @param reason the strongest reason in a sentence; null unless {@code explain} asks
 * @param contributions what the score is the sum of; null unless {@code explain} is 'full'
 * @param answer about the whole answer, the same in each row: answerId, recommender, snapshotVersion, modelVersion, stoppedBy, workDone
 */
public record RecommendationRow(
        long rank,
        Object itemId,
        Node item,
        double score,
        @Nullable String reason,
        @Nullable List<Map<String, Object>> contributions,
        Map<String, Object> answer) {}
