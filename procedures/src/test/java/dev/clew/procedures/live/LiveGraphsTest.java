package dev.clew.procedures.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.procedures.hook.DatabaseHook;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.ConstraintViolationException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientTransactionFailureException;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** Snapshots against the store they follow. */
class LiveGraphsTest {
    private static final Declaration DECLARATION = Declaration.fromMap(Map.of(
            "user", Map.of("label", "User", "key", "id"),
            "item", Map.of("label", "Item", "key", "id", "availableFrom", "from"),
            "interactions",
                    List.of(
                            Map.of(
                                    "type",
                                    "RATED",
                                    "weight",
                                    "stars",
                                    "time",
                                    "at",
                                    "positiveFrom",
                                    3.5,
                                    "negativeUpTo",
                                    2),
                            Map.of("type", "HIDDEN", "exclude", true)),
            "attributes",
                    List.of(
                            Map.of("type", "TAGGED", "label", "Tag", "key", "id"),
                            Map.of("type", "MADE", "label", "Maker", "key", "id", "direction", "IN")),
            "links", List.of(Map.of("from", "item", "type", "FOLLOWS", "to", "item"))));

    private static final String[] LABELS = {"User", "Item", "Tag", "Maker", "Other"};
    private static final String[] TYPES = {"RATED", "HIDDEN", "TAGGED", "MADE", "FOLLOWS"};

    private static Neo4j neo4j;
    private static GraphDatabaseService database;

    @BeforeAll
    static void start() {
        neo4j = Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();
        database = neo4j.defaultDatabaseService();
    }

    @AfterAll
    static void stop() {
        neo4j.close();
    }

    @BeforeEach
    void declare() {
        write(transaction -> transaction.execute("MATCH (n) DETACH DELETE n"));
        write(transaction -> DeclarationStore.write(
                transaction, "random", DECLARATION.withKeyTypes((label, key) -> dev.clew.core.graph.KeyType.INTEGER)));
        live().await(deadline());
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    }

    private static LiveGraph live() {
        return DatabaseHook.graphsOf(database).named(Optional.of("random"), deadline());
    }

    private static void write(Consumer<Transaction> work) {
        try (Transaction transaction = database.beginTx()) {
            work.accept(transaction);
            transaction.commit();
        }
    }

    /** Mixed transactions from four threads; after each burst the snapshot is what a new scan of the store finds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void followsMixedTransactionsFromSeveralThreads(long seed) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            SplittableRandom random = new SplittableRandom(seed);
            for (int burst = 0; burst < 10; burst++) {
                List<Callable<Void>> work = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    SplittableRandom own = random.split();
                    work.add(() -> {
                        mixedTransaction(own);
                        return null;
                    });
                }
                // Made anew while the writers write, and then verified.
                DatabaseHook.graphsOf(database).compactSoon(live());
                for (Future<Void> done : writers.invokeAll(work)) {
                    done.get();
                }
                assertThat(DatabaseHook.graphsOf(database).verify(live(), 20, deadline()))
                        .as("seed %d, burst %d", seed, burst)
                        .isEmpty();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    /** A few changes, one transaction in ten rolled back. Deadlocks are the database's to report and ours to shrug off. */
    private static void mixedTransaction(SplittableRandom random) {
        try (Transaction transaction = database.beginTx()) {
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                change(transaction, random);
            }
            if (random.nextInt(10) > 0) {
                transaction.commit();
            }
        } catch (TransientTransactionFailureException | ConstraintViolationException | NotFoundException contention) {
            // Another thread held or deleted what this one wanted; nothing was committed.
        }
    }

    private static void change(Transaction transaction, SplittableRandom random) {
        switch (random.nextInt(9)) {
            case 0, 1 ->
                transaction
                        .createNode(Label.label(LABELS[random.nextInt(LABELS.length)]))
                        .setProperty("id", random.nextLong(1L << 40));
            case 2, 3, 4 -> connect(transaction, random);
            case 5 ->
                any(transaction, random).ifPresent(node -> {
                    node.getRelationships().forEach(Relationship::delete);
                    node.delete();
                });
            case 6 -> anyRelationship(transaction, random).ifPresent(Relationship::delete);
            case 7 ->
                anyRelationship(transaction, random)
                        .ifPresent(it -> it.setProperty("stars", 0.5 * (1 + random.nextInt(10))));
            default -> any(transaction, random).ifPresent(node -> relabel(node, random));
        }
    }

    private static void connect(Transaction transaction, SplittableRandom random) {
        Optional<Node> from = any(transaction, random);
        Optional<Node> to = any(transaction, random);
        if (from.isPresent() && to.isPresent()) {
            var type = org.neo4j.graphdb.RelationshipType.withName(TYPES[random.nextInt(TYPES.length)]);
            Relationship made = from.get().createRelationshipTo(to.get(), type);
            made.setProperty("stars", 0.5 * (1 + random.nextInt(10)));
            made.setProperty("at", 1_700_000_000_000L + 1000L * random.nextInt(1000));
        }
    }

    private static void relabel(Node node, SplittableRandom random) {
        if (random.nextBoolean()) {
            node.getLabels().forEach(node::removeLabel);
            node.addLabel(Label.label(LABELS[random.nextInt(LABELS.length)]));
        } else {
            node.setProperty("id", random.nextLong(1L << 40));
        }
    }

    private static Optional<Node> any(Transaction transaction, SplittableRandom random) {
        try (var nodes = transaction.getAllNodes()) {
            List<Node> all = nodes.stream()
                    .filter(it -> !it.hasLabel(Label.label("ClewGraph")))
                    .toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }
    }

    private static Optional<Relationship> anyRelationship(Transaction transaction, SplittableRandom random) {
        try (var relationships = transaction.getAllRelationships()) {
            List<Relationship> all = relationships.stream().toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }
    }

    @Test
    void readsTheSameGraphWithAnyNumberOfReaders() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        write(transaction -> {
            for (int i = 0; i < 9_000; i++) {
                change(transaction, i, random);
            }
        });
        GraphSnapshot one = scan(1);
        for (int readers : new int[] {2, 3, 8}) {
            GraphSnapshot several = scan(readers);
            assertThat(SnapshotComparison.of(several, one, 5))
                    .as("%d readers", readers)
                    .isEmpty();
            for (int node = 0; node < one.nodeCount(); node++) {
                assertThat(several.entityId(node)).as("number %d", node).isEqualTo(one.entityId(node));
            }
        }
        assertThat(one.nodeCount()).isGreaterThan(4_000);
    }

    /** A node, and from time to time a relationship from it to another. */
    private static void change(Transaction transaction, int i, SplittableRandom random) {
        Node node = transaction.createNode(Label.label(LABELS[i % 2]));
        node.setProperty("id", (long) i);
        if (i % 2 == 1) {
            Node user = transaction.createNode(Label.label("User"));
            user.setProperty("id", 100_000L + i);
            user.createRelationshipTo(node, org.neo4j.graphdb.RelationshipType.withName("RATED"))
                    .setProperty("stars", 0.5 * (1 + random.nextInt(10)));
        }
    }

    private static GraphSnapshot scan(int readers) throws InterruptedException {
        return StoreScan.read(live().reader(), () -> database.beginTx(), 1, readers);
    }

    @Test
    void verifyTellsADifferenceAndRepairsIt() {
        write(transaction -> transaction.execute("CREATE (:User {id: 1})-[:RATED {stars: 5}]->(:Item {id: 2})"));
        LiveGraph graph = live();
        long tag = 1L << 30;
        graph.committed(
                List.of(new GraphChange.NodePut(new GraphNode(1, 99L, tag)), new GraphChange.NodeRemoved(idOf("User"))),
                0);

        List<String> differences = DatabaseHook.graphsOf(database).verify(graph, 20, deadline());

        assertThat(differences)
                .anySatisfy(it -> assertThat(it).startsWith("User 1 ").endsWith("is stored but not served"))
                .contains("Item 99 (id " + tag + ") is served but not stored", "RATED counts 0, stored are 1");
        assertThat(DatabaseHook.graphsOf(database).verify(graph, 20, deadline()))
                .isEmpty();
    }

    private static long idOf(String label) {
        try (Transaction transaction = database.beginTx();
                var nodes = transaction.findNodes(Label.label(label))) {
            return StoreIds.id(nodes.next());
        }
    }

    @Test
    void aHookThatFailsNeverFailsTheWriteAndIsMadeGoodByReadingAgain() {
        LiveGraphs graphs = DatabaseHook.graphsOf(database);
        long before = live().await(deadline()).version();
        TransactionData broken = (TransactionData) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TransactionData.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("no transaction data today");
                });

        LiveGraphs.Prepared prepared = graphs.prepare(broken);
        graphs.committed(prepared, 7);

        assertThat(live().await(deadline()).version()).isGreaterThan(before);
        assertThat(live().status().state()).isEqualTo(LiveGraph.State.READY);
    }

    @Test
    void aDatabaseWhoseHookDidNotStartIsRefusedWithTheWayOut() {
        GraphDatabaseService foreign = (GraphDatabaseService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {GraphDatabaseService.class},
                (proxy, method, arguments) -> method.getName().equals("databaseName") ? "elsewhere" : null);

        assertThatThrownBy(() -> DatabaseHook.graphsOf(foreign))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commit hook did not start with database 'elsewhere'")
                .hasMessageContaining("plugins folder");
    }
}
