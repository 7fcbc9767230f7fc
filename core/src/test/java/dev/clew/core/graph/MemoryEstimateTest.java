package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryEstimateTest {

    @ParameterizedTest(name = "{0} keys, weighted: {1}, timed: {2}")
    @CsvSource({
        "INTEGER, false, false",
        "INTEGER, true, true",
        "STRING, false, true",
        "STRING, true, false",
        "STRING, false, false"
    })
    void isWhatTheGraphTakesOrSomewhatMore(KeyType keyType, boolean weighted, boolean timed) {
        int users = 3_000;
        int items = 1_000;
        int interactions = 100_000;
        MemoryEstimate estimate = new MemoryEstimate();
        estimate.addNodes(users, keyType, false);
        estimate.addNodes(items, keyType, false);
        estimate.addRelationships(interactions, users + items, weighted, timed);

        long actual =
                graph(users, items, interactions, keyType, weighted, timed).memoryBytes();

        assertThat(estimate.bytes() / (double) actual).isBetween(1.0, 1.25);
        assertThat(estimate.nodes()).isEqualTo(4_000);
        assertThat(estimate.relationships()).isEqualTo(100_000);
    }

    private static GraphSnapshot graph(
            int users, int items, int interactions, KeyType keyType, boolean weighted, boolean timed) {
        GraphSchema schema = new GraphSchema(
                List.of(
                        new NodeType(0, NodeRole.USER, "User", keyType),
                        new NodeType(1, NodeRole.ITEM, "Item", keyType)),
                List.of(new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes")));
        GraphBuilder builder = new GraphBuilder(schema);
        for (long node = 0; node < users + items; node++) {
            Object key = keyType == KeyType.INTEGER ? (Object) node : "key-of-the-node-" + node;
            builder.addNode(new GraphNode(node < users ? 0 : 1, key, node));
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < interactions; i++) {
            builder.addRelationship(
                    schema.relationshipTypes().get(0),
                    random.nextInt(users),
                    users + random.nextInt(items),
                    weighted ? random.nextInt(1, 2000) : 1,
                    timed ? 1_700_000_000_000L : 0,
                    i);
        }
        return builder.build(1);
    }
}
