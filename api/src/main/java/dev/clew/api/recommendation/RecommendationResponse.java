package dev.clew.api.recommendation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recommendations for somebody.
 *
 * @param user who was asked about; null for a visitor
 */
record RecommendationResponse(
        @Nullable String answerId,

        @Schema(description = "Key of the user; null for a visitor") @Nullable
        String user,

        @Nullable String recommender,
        @Nullable String stoppedBy,
        List<RankedAnswer.Item> items) {
    static RecommendationResponse of(@Nullable String user, RankedAnswer answer) {
        return new RecommendationResponse(
                answer.answerId(), user, answer.recommender(), answer.stoppedBy(), answer.items());
    }
}
