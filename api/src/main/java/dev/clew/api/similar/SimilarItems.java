package dev.clew.api.similar;

import dev.clew.api.database.Statement;
import dev.clew.api.question.Question;
import dev.clew.api.recommendation.RankedAnswer;
import dev.clew.api.recommendation.RankedItems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks {@code clew.similar}. */
@Component
class SimilarItems {
    private static final Statement SIMILAR = Statement.named("similar");

    private final RankedItems rankedItems;

    SimilarItems(RankedItems rankedItems) {
        this.rankedItems = rankedItems;
    }

    RankedAnswer to(String item, Question question) {
        return rankedItems.ask(SIMILAR, Map.of("item", item), question);
    }
}
