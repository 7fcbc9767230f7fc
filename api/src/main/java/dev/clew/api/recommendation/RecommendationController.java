package dev.clew.api.recommendation;

import dev.clew.api.question.Question;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recommends items to users and visitors. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recommendations", description = "What to show to whom, and why")
final class RecommendationController {
    private final Recommendations recommendations;

    RecommendationController(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @GetMapping("/v1/users/{id}/recommendations")
    @Operation(
            operationId = "recommend",
            summary = "Recommends items to a user",
            description = "From everything committed so far. A parameter not listed here is handed to the recommender.")
    RecommendationResponse recommend(
            @Parameter(description = "Key of the user") @PathVariable String id,
            @ParameterObject @Valid RecommendationOptions options,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        return RecommendationResponse.of(id, recommendations.toUser(id, new Question(options, query)));
    }

    @PostMapping(path = "/v1/recommendations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "recommendToVisitor",
            summary = "Recommends items to a visitor who is not in the graph",
            description = "From the interactions in the body, which are not stored.")
    RecommendationResponse recommendToVisitor(
            @RequestBody @Valid Visitor visitor,
            @ParameterObject @Valid RecommendationOptions options,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        return RecommendationResponse.of(null, recommendations.toVisitor(visitor, new Question(options, query)));
    }
}
