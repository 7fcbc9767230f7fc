package dev.clew.api.similar;

import dev.clew.api.question.Question;
import dev.clew.api.recommendation.RankedAnswer;
import dev.clew.api.recommendation.RecommendationOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists similar items. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Items", description = "Items without regard to who asks")
final class SimilarController {
    private final SimilarItems similarItems;

    SimilarController(SimilarItems similarItems) {
        this.similarItems = similarItems;
    }

    @GetMapping("/v1/items/{id}/similar")
    @Operation(operationId = "similar", summary = "Lists the items most similar to an item")
    SimilarResponse similar(
            @Parameter(description = "Key of the item") @PathVariable String id,
            @ParameterObject @Valid RecommendationOptions options,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        return SimilarResponse.of(id, similarItems.to(id, new Question(options, query)));
    }

    /** @param itemId what the items are similar to */
    record SimilarResponse(
            @Nullable String answerId,
            String itemId,
            @Nullable String recommender,
            @Nullable String stoppedBy,
            List<RankedAnswer.Item> items) {
        static SimilarResponse of(String itemId, RankedAnswer answer) {
            return new SimilarResponse(
                    answer.answerId(), itemId, answer.recommender(), answer.stoppedBy(), answer.items());
        }
    }
}
