package dev.clew.api.trending;

import dev.clew.api.database.Statement;
import dev.clew.api.question.Question;
import dev.clew.api.recommendation.RankedAnswer;
import dev.clew.api.recommendation.RankedItems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks {@code clew.trending}. */
@Component
class TrendingItems {
    private static final Statement TRENDING = Statement.named("trending");

    private final RankedItems rankedItems;

    TrendingItems(RankedItems rankedItems) {
        this.rankedItems = rankedItems;
    }

    RankedAnswer now(Question question) {
        return rankedItems.ask(TRENDING, Map.of(), question);
    }
}
