package dev.clew.api.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Values;

class RankedAnswerTest {

    @Test
    void takesWhatIsSaidOfTheAnswerFromItsFirstRow() {
        var item = new RankedAnswer.Item(1, "heat", "Heat", 0.5, null, null);
        var answer = RankedAnswer.of(List.of(new RankedAnswer.Row(
                item,
                Map.of("answerId", "a-1", "recommender", "popularity", "stoppedBy", "deadline", "workDone", 3L))));
        assertThat(answer).isEqualTo(new RankedAnswer("a-1", "popularity", "deadline", List.of(item)));
    }

    @Test
    void anAnswerWithoutItemsNamesNobody() {
        assertThat(RankedAnswer.of(List.of())).isEqualTo(new RankedAnswer(null, null, null, List.of()));
    }

    @Test
    void leavesOutAShareThatIsNoNumber() {
        var contribution = RankedAnswer.Contribution.of(
                Values.value(Map.of("kind", "path", "contribution", 0.0, "share", Double.NaN, "text", "t")));
        assertThat(contribution).isEqualTo(new RankedAnswer.Contribution("path", 0.0, null, "t"));
    }
}
