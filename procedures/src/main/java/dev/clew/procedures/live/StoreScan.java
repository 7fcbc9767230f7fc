package dev.clew.procedures.live;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Reads a declared graph from the store: nodes label by label, then relationships type by type. Several readers do so at once, each in a transaction
 * of its own: all of them go through all ids, which is cheap, and each reads labels and properties, which is not, of the pages of ids that are its
 * own. The graph is the same for any number of readers: nodes are numbered by type, items with the most interactions first, and rows are sorted.
 *
 * <p>Why several transactions see one graph: Neo4j's transactions read what is committed at the moment they look, so not even one of them sees a
 * single state. What makes the result one state is that commits are kept from before the first transaction begins (see
 * {@link LiveGraph#reading}) and applied on top. Whatever a reader saw or missed of a commit made meanwhile, applying it again settles it.
 */
final class StoreScan {
    private static final int MOST_READERS = 8;
    private static final int PAGE_BITS = 12;

    private final EntityReader reader;
    private final Supplier<Transaction> transactions;
    private final int readers;
    private final GraphBuilder builder;
    private final NumberTable numbers = new NumberTable();
    private byte[] nodeTypes = new byte[1024];

    private StoreScan(EntityReader reader, Supplier<Transaction> transactions, int readers) {
        this.reader = reader;
        this.transactions = transactions;
        this.readers = readers;
        this.builder = new GraphBuilder(reader.schema());
    }

    /** The graph as stored. Cost: one read of each declared node and relationship, shared among as many readers as there are processors. */
    static GraphSnapshot read(EntityReader reader, Supplier<Transaction> transactions, long version)
            throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        return read(reader, transactions, version, Math.min(MOST_READERS, processors));
    }

    /** The graph as stored, read by so many readers. */
    static GraphSnapshot read(EntityReader reader, Supplier<Transaction> transactions, long version, int readers)
            throws InterruptedException {
        return new StoreScan(reader, transactions, readers).graph(version);
    }

    private GraphSnapshot graph(long version) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(readers, task -> {
            Thread thread = new Thread(task, "clew-read");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<List<GraphNode>> nodes = all(threads, NodeReader::new);
            nodes.stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingInt(GraphNode::typeIndex).thenComparingLong(GraphNode::entityId))
                    .forEach(this::add);
            all(threads, RelationshipReader::new);
        } finally {
            threads.shutdownNow();
        }
        return builder.buildBusiestFirst(version);
    }

    private <T> List<T> all(ExecutorService threads, IntFunction<Callable<T>> reading) throws InterruptedException {
        List<T> read = new ArrayList<>();
        for (Future<T> part :
                threads.invokeAll(IntStream.range(0, readers).mapToObj(reading).toList())) {
            read.add(result(part));
        }
        return read;
    }

    private static <T> T result(Future<T> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof OutOfMemoryError failure) {
                throw failure;
            }
            throw new IllegalStateException("The store could not be read", e);
        }
    }

    private void add(GraphNode node) {
        int number = builder.addNode(node);
        numbers.put(node.entityId(), number);
        if (number == nodeTypes.length) {
            nodeTypes = Arrays.copyOf(nodeTypes, number * 2);
        }
        nodeTypes[number] = (byte) node.typeIndex();
    }

    /** Whether an id is in a page of that reader's. */
    private boolean isOwn(long id, int index) {
        return (id >>> PAGE_BITS) % readers == index;
    }

    private static void checkInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The database stops");
        }
    }

    /** Reads its share of the nodes. */
    private final class NodeReader implements Callable<List<GraphNode>> {
        private final int index;
        private final List<GraphNode> found = new ArrayList<>();

        NodeReader(int index) {
            this.index = index;
        }

        @Override
        public List<GraphNode> call() throws InterruptedException {
            try (Transaction transaction = transactions.get()) {
                for (NodeType type : reader.schema().nodeTypes()) {
                    checkInterrupted();
                    read(transaction, type);
                }
            }
            return found;
        }

        private void read(Transaction transaction, NodeType type) {
            try (ResourceIterator<Node> nodes = transaction.findNodes(Label.label(type.label()))) {
                while (nodes.hasNext()) {
                    Node node = nodes.next();
                    if (isOwn(StoreIds.id(node), index)) {
                        read(node, type);
                    }
                }
            }
        }

        private void read(Node stored, NodeType type) {
            try {
                GraphNode node = reader.node(stored);
                if (node != null && node.typeIndex() == type.index()) {
                    found.add(node);
                }
            } catch (NotFoundException deletedMeanwhile) {
                // Its deletion is among the commits that are applied on top.
            }
        }
    }

    /** Reads its share of the relationships and hands them on in batches. */
    private final class RelationshipReader implements Callable<Integer> {
        private static final int BATCH = 1024;

        private final int index;
        private final RelationshipType[] types = new RelationshipType[BATCH];
        private final int[] from = new int[BATCH];
        private final int[] to = new int[BATCH];
        private final float[] weights = new float[BATCH];
        private final long[] times = new long[BATCH];
        private final long[] ids = new long[BATCH];
        private int size;
        private int handedOn;

        RelationshipReader(int index) {
            this.index = index;
        }

        @Override
        public Integer call() throws InterruptedException {
            List<String> names = reader.schema().relationshipTypes().stream()
                    .map(RelationshipType::name)
                    .distinct()
                    .toList();
            try (Transaction transaction = transactions.get()) {
                for (String name : names) {
                    read(transaction, name);
                }
            }
            handOn();
            return handedOn;
        }

        private void read(Transaction transaction, String name) throws InterruptedException {
            var type = org.neo4j.graphdb.RelationshipType.withName(name);
            try (ResourceIterator<Relationship> relationships = transaction.findRelationships(type)) {
                while (relationships.hasNext()) {
                    Relationship relationship = relationships.next();
                    if (isOwn(StoreIds.id(relationship), index)) {
                        read(relationship, name);
                    }
                }
            }
        }

        private void read(Relationship stored, String name) throws InterruptedException {
            try {
                int start = numbers.get(StoreIds.startId(stored));
                int end = numbers.get(StoreIds.endId(stored));
                if (start == RecommendationGraph.NO_NODE || end == RecommendationGraph.NO_NODE) {
                    return;
                }
                RelationshipType type = reader.type(name, nodeTypes[start], nodeTypes[end]);
                if (type != null) {
                    boolean reversed = reader.isReversed(type);
                    add(type, stored, reversed ? end : start, reversed ? start : end);
                }
            } catch (NotFoundException deletedMeanwhile) {
                // Its deletion is among the commits that are applied on top.
            }
        }

        private void add(RelationshipType type, Relationship stored, int source, int target)
                throws InterruptedException {
            if (size == BATCH) {
                checkInterrupted();
                handOn();
            }
            weights[size] = reader.weight(type, stored);
            times[size] = reader.timeMillis(type, stored);
            types[size] = type;
            from[size] = source;
            to[size] = target;
            ids[size] = StoreIds.id(stored);
            size++;
        }

        private void handOn() {
            synchronized (builder) {
                for (int i = 0; i < size; i++) {
                    builder.addRelationship(types[i], from[i], to[i], weights[i], times[i], ids[i]);
                }
            }
            handedOn += size;
            size = 0;
        }
    }

    /** Store ids to node numbers, in pages: store ids are dense, so an array beats a map of boxed keys many times. */
    private static final class NumberTable {
        private static final int PAGE = 1 << PAGE_BITS;
        private static final int[] NONE = new int[0];

        private int[][] pages = new int[0][];

        void put(long id, int number) {
            int page = Math.toIntExact(id >>> PAGE_BITS);
            if (page >= pages.length) {
                int[][] longer = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
                Arrays.fill(longer, pages.length, longer.length, NONE);
                pages = longer;
            }
            if (pages[page].length == 0) {
                pages[page] = new int[PAGE];
                Arrays.fill(pages[page], RecommendationGraph.NO_NODE);
            }
            pages[page][(int) id & (PAGE - 1)] = number;
        }

        int get(long id) {
            int page = Math.toIntExact(id >>> PAGE_BITS);
            boolean known = page < pages.length && pages[page].length > 0;
            return known ? pages[page][(int) id & (PAGE - 1)] : RecommendationGraph.NO_NODE;
        }
    }
}
