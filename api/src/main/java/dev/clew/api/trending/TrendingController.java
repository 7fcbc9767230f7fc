package dev.clew.api.trending;

import dev.clew.api.question.Question;
import dev.clew.api.recommendation.RankedAnswer;
import dev.clew.api.recommendation.RecommendationOptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists what is popular now. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Items", description = "Items without regard to who asks")
final class TrendingController {
    private final TrendingItems trendingItems;

    TrendingController(TrendingItems trendingItems) {
        this.trendingItems = trendingItems;
    }

    @GetMapping("/v1/trending")
    @Operation(operationId = "trending", summary = "Lists what is popular now, recent interactions counting more")
    RankedAnswer trending(
            @ParameterObject @Valid RecommendationOptions options,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        return trendingItems.now(new Question(options, query));
    }
}
