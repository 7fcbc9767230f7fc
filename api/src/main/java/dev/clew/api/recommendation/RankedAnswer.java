package dev.clew.api.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clew.api.database.FiniteNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Items in order of score. Without any item the database does not say who answered: those fields are then null.
 *
 * @param answerId names this answer in later feedback
 * @param recommender who answered, which may be a fallback
 * @param stoppedBy why the work ended; {@code work} and {@code deadline} mean that more of them could have changed the answer,
 *     {@code confident} that more time would not have mattered
 */
public record RankedAnswer(
        @Nullable String answerId,
        @Nullable String recommender,
        @Nullable String stoppedBy,
        List<Item> items) {

    /**
     * @param rank 1 for the best
     * @param itemId the declared key
     * @param name the declared name; absent if the item has none
     * @param reason one sentence; absent unless {@code explain} asked for it
     * @param contributions what the score is the sum of, largest first; absent unless {@code explain=full}
     */
    @Schema(name = "RankedItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            long rank,
            @Schema(oneOf = {String.class, Long.class}) Object itemId,

            @Schema(
                    types = {"string", "number"},
                    description = "Declared name of the item")
            @Nullable
            Object name,

            double score,
            @Nullable String reason,
            @Nullable List<Contribution> contributions) {}

    /**
     * @param kind {@code path}, {@code action}, {@code popularity} or {@code baseline}
     * @param contribution its part of the score, negative for what speaks against the item
     * @param share {@code contribution} divided by the score
     * @param text the same in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contribution(
            @Nullable String kind,
            @Nullable Double contribution,
            @Nullable Double share,
            @Nullable String text) {
        static Contribution of(Value map) {
            return new Contribution(
                    map.get("kind").asString(null),
                    FiniteNumber.orNull(map.get("contribution")),
                    FiniteNumber.orNull(map.get("share")),
                    map.get("text").asString(null));
        }
    }

    /** An item with the answer it belongs to, as one row of the procedures has them. */
    record Row(Item item, Map<String, Object> answer) {
        static Row of(Record row) {
            Value contributions = row.get("contributions");
            return new Row(
                    new Item(
                            row.get("rank").asLong(),
                            row.get("itemId").asObject(),
                            row.get("name").asObject(),
                            row.get("score").asDouble(),
                            row.get("reason").asString(null),
                            contributions.isNull() ? null : contributions.asList(Contribution::of)),
                    row.get("answer").asMap());
        }

        private @Nullable String answerField(String name) {
            Object value = answer.get(name);
            return value == null ? null : value.toString();
        }
    }

    /** Gathers the rows of one call. */
    static RankedAnswer of(List<Row> rows) {
        List<Item> items = rows.stream().map(Row::item).toList();
        if (rows.isEmpty()) {
            return new RankedAnswer(null, null, null, items);
        }
        Row first = rows.get(0);
        return new RankedAnswer(
                first.answerField("answerId"), first.answerField("recommender"), first.answerField("stoppedBy"), items);
    }
}
