package dev.clew.benchmarks.vectors;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.cli.output.Console;
import dev.clew.core.declaration.AttributeDeclaration;
import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.vectors.VectorRecommender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.neo4j.driver.Session;

/**
 * Creates items with the attributes of known ones, one commit each, and asks for each in the next request. The same commits are applied to the graph
 * in memory, where the same encoder says what is right.
 */
final class NewItems {
    static final String RECOMMENDER = "ridge-encoder";

    private static final String EXPLAIN = CypherFile.read(NewItems.class, "explain");
    /** Beyond all keys of published data sets. */
    private static final long FIRST_KEY = 1_000_000_000_000L;

    private static final int K = 1000;
    private static final int TOLD = 10;

    private final VectorRecommender encoder;
    private final MeasuredDatabase database;
    private final Declaration declaration;
    private final Console console;
    private final Random random;
    private final int[] patterns;
    private final List<RelationshipType> attributeTypes;
    private final List<RelationshipType> interactions;
    private GraphSnapshot graph;
    private int recommendable;
    private int misses;
    private double largestDifference;

    NewItems(
            GraphSnapshot graph,
            VectorRecommender encoder,
            MeasuredDatabase database,
            Map<String, Object> declaration,
            long seed,
            Console console) {
        this.graph = graph;
        this.encoder = encoder;
        this.database = database;
        this.declaration = Declaration.fromMap(declaration);
        this.console = console;
        this.random = new Random(seed);
        this.attributeTypes = graph.schema().relationshipTypes(RelationshipRole.ATTRIBUTE);
        this.interactions = graph.schema().relationshipTypes(RelationshipRole.INTERACTION);
        this.patterns = patterns(graph);
    }

    /**
     * The items whose attributes new ones can have, and whose users can be asked.
     *
     * @throws IllegalArgumentException if there are none
     */
    static int[] patterns(GraphSnapshot graph) {
        int[] patterns = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).role() == NodeRole.ITEM
                        && hasNeighbours(graph, RelationshipRole.ATTRIBUTE, Direction.OUT, node)
                        && hasNeighbours(graph, RelationshipRole.INTERACTION, Direction.IN, node))
                .toArray();
        if (patterns.length == 0) {
            throw new IllegalArgumentException(
                    "--new-items must be 0: no item of the data has both attributes and users.");
        }
        return patterns;
    }

    private static boolean hasNeighbours(GraphSnapshot graph, RelationshipRole role, Direction direction, int node) {
        return graph.schema().relationshipTypes(role).stream()
                .anyMatch(type -> graph.neighbours(type, direction).at(node).size() > 0);
    }

    NewItemsResult create(int items) {
        try (Session session = database.driver().session();
                VectorClient client = new VectorClient(database.driver(), RECOMMENDER, "pruned", K)) {
            for (int i = 0; i < items; i++) {
                int pattern = patterns[random.nextInt(patterns.length)];
                create(session, FIRST_KEY + i, pattern);
                check(session, client, FIRST_KEY + i, userOf(pattern));
                if ((i + 1) % Math.max(1, items / TOLD) == 0) {
                    console.line("%,d of %,d items, %,d misses".formatted(i + 1, items, misses));
                }
            }
        }
        return new NewItemsResult(items, recommendable, misses, largestDifference);
    }

    /** Anybody who did something to it. */
    private int userOf(int item) {
        for (RelationshipType type : interactions) {
            Neighbours users = graph.neighbours(type, Direction.IN).at(item);
            if (users.size() > 0) {
                return users.node(random.nextInt(users.size()));
            }
        }
        throw new IllegalStateException("Item " + graph.key(item) + " must have a user.");
    }

    /** In the database, in one statement, and in memory. */
    private void create(Session session, long key, int pattern) {
        GraphNode created = new GraphNode(graph.schema().item().index(), key, key);
        List<GraphChange> changes = new ArrayList<>(List.of(new GraphChange.NodePut(created)));
        StringBuilder statement = new StringBuilder("CREATE (item:`%s` {`%s`: $key})"
                .formatted(declaration.item().label(), declaration.item().key()));
        Map<String, Object> parameters = new HashMap<>(Map.of("key", key));
        for (RelationshipType type : attributeTypes) {
            List<Object> keys = new ArrayList<>();
            Neighbours row = graph.neighbours(type, Direction.OUT).at(pattern);
            for (int i = 0; i < row.size(); i++) {
                keys.add(graph.key(row.node(i)));
                changes.add(put(type, created, row, i));
            }
            if (!keys.isEmpty()) {
                statement.append(connect(declared(type), parameters.size()));
                parameters.put("keys" + parameters.size(), keys);
            }
        }
        session.run(statement.toString(), parameters).consume();
        graph = graph.apply(changes);
    }

    private GraphChange put(RelationshipType type, GraphNode item, Neighbours row, int i) {
        int attribute = row.node(i);
        GraphNode end =
                new GraphNode(graph.nodeType(attribute).index(), graph.key(attribute), graph.entityId(attribute));
        return new GraphChange.RelationshipPut(
                type.index(), FIRST_KEY * (1 + type.index()) + random.nextInt(), item, end, row.weight(i), 0);
    }

    private AttributeDeclaration declared(RelationshipType type) {
        return declaration.attributes().stream()
                .filter(it -> it.type().equals(type.name()) && it.kind().equals(type.kind()))
                .findFirst()
                .orElseThrow();
    }

    /** All names in it come from the declaration of the data. */
    private static String connect(AttributeDeclaration attribute, int number) {
        String pattern = attribute.outgoing() ? "(item)-[:`%s`]->(node)" : "(item)<-[:`%s`]-(node)";
        return " WITH item CALL (item) { UNWIND $keys%d AS key MATCH (node:`%s` {`%s`: key}) CREATE %s }"
                .formatted(number, attribute.label(), attribute.key(), pattern.formatted(attribute.type()));
    }

    private void check(Session session, VectorClient client, long key, int user) {
        Object userKey = graph.key(user);
        int item = graph.find(graph.schema().item(), key);
        Query query = Query.of(History.of(graph, user), K, 0);
        boolean belongs = encoder.recommend(graph, query).items().stream().anyMatch(it -> it.item() == item);
        recommendable += belongs ? 1 : 0;
        misses += belongs != client.ask(userKey).items().contains(key) ? 1 : 0;
        double expected = encoder.explain(graph, query.explained(), item).score();
        double served = session.run(EXPLAIN, Map.of("user", userKey, "item", key, "recommender", RECOMMENDER))
                .single()
                .get("score")
                .asDouble();
        double difference = Math.abs(served - expected) / Math.max(Math.abs(expected), Double.MIN_NORMAL);
        largestDifference = Math.max(largestDifference, difference);
    }
}
