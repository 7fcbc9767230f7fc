package dev.clew.api.explanation;

import dev.clew.api.question.Question;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Explains recommendations. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recommendations", description = "What to show to whom, and why")
final class ExplanationController {
    private final Explanations explanations;

    ExplanationController(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/v1/users/{id}/recommendations/{itemId}/explanation")
    @Operation(
            operationId = "explain",
            summary = "Explains why an item is recommended to a user",
            description = "The contributions that the score is the sum of, with their paths through the graph."
                    + " Users other than the one asked about appear in a path as a bare label.")
    ExplanationResponse explain(
            @Parameter(description = "Key of the user") @PathVariable String id,
            @Parameter(description = "Key of the item") @PathVariable String itemId,
            @ParameterObject @Valid ExplanationOptions options,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        return new ExplanationResponse(id, itemId, explanations.of(id, itemId, new Question(options, query)));
    }

    /** @param contributions largest first */
    record ExplanationResponse(String user, String itemId, List<ExplanationRow> contributions) {}
}
