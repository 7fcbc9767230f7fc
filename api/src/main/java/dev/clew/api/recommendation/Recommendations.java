package dev.clew.api.recommendation;

import dev.clew.api.database.Statement;
import dev.clew.api.question.Question;
import java.util.Collections;
import org.springframework.stereotype.Component;

/** Asks {@code clew.recommend}. */
@Component
class Recommendations {
    private static final Statement RECOMMEND = Statement.named("recommend");

    private final RankedItems rankedItems;

    Recommendations(RankedItems rankedItems) {
        this.rankedItems = rankedItems;
    }

    /** What to recommend to a user of the graph. */
    RankedAnswer toUser(String user, Question question) {
        return rankedItems.ask(RECOMMEND, Collections.singletonMap("user", user), question);
    }

    /** What to recommend to somebody who is known by these interactions alone. */
    RankedAnswer toVisitor(Visitor visitor, Question question) {
        return rankedItems.ask(
                RECOMMEND, Collections.singletonMap("user", null), question.with("interactions", visitor.toList()));
    }
}
