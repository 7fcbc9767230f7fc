package dev.clew.api.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clew.api.database.FiniteNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * One contribution to a score.
 *
 * @param rank 1 for the largest
 * @param kind {@code path}, {@code action}, {@code popularity} or {@code baseline}
 * @param contribution its part of the score; all of them add up to it
 * @param share {@code contribution} divided by the score
 * @param text the same in words
 * @param path through the graph; absent where the contribution has none
 */
@Schema(name = "ExplainedContribution")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationRow(
        long rank,
        String kind,
        double contribution,
        @Nullable Double share,
        @Nullable String text,
        @Nullable Path path) {

    /**
     * @param nodes from the user to the item
     * @param relationships one less than nodes
     */
    @Schema(name = "EvidencePath")
    record Path(List<Node> nodes, List<Relationship> relationships) {}

    /**
     * @param label the declared one
     * @param key the declared key; absent for users other than the asking one
     * @param name the declared name; absent as the key is
     */
    @Schema(name = "PathNode")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Node(
            String label, @Nullable Object key, @Nullable Object name) {
        private static Node of(Value map) {
            return new Node(
                    map.get("label").asString(),
                    map.get("key").asObject(),
                    map.get("name").asObject());
        }
    }

    /**
     * @param type as stored
     * @param from index of the node where it starts
     * @param to index of the node where it ends
     */
    @Schema(name = "PathRelationship")
    record Relationship(String type, int from, int to) {}

    static ExplanationRow of(Record row) {
        return new ExplanationRow(
                row.get("rank").asLong(),
                row.get("kind").asString(),
                row.get("contribution").asDouble(),
                FiniteNumber.orNull(row.get("share")),
                row.get("text").asString(null),
                row.get("nodes").isNull() ? null : path(row));
    }

    private static Path path(Record row) {
        List<Relationship> relationships = new ArrayList<>();
        for (Value step : row.get("relationships").values()) {
            int at = relationships.size();
            boolean forward = step.get("forward").asBoolean();
            relationships.add(
                    new Relationship(step.get("type").asString(), forward ? at : at + 1, forward ? at + 1 : at));
        }
        return new Path(row.get("nodes").asList(Node::of), relationships);
    }
}
