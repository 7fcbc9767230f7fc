package dev.clew.core.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects nodes and relationships and sorts them into a {@link GraphSnapshot}: two stable counting sorts a relationship type, O(nodes +
 * relationships) in all. Add the nodes of one type one after another: rows are kept for the range of nodes that have any. Not
 * thread-safe.
 */
public final class GraphBuilder {
    private final GraphSchema schema;
    private int nodeCount;
    private byte[] types = new byte[16];
    private long[] entityIds = new long[16];
    private long[] integerKeys = new long[16];
    private @Nullable String[] stringKeys = new String[16];
    private long[] availableFrom = new long[16];
    private long[] expiresAt = new long[16];
    private boolean dated;
    private final EdgeList[] positive;
    private final EdgeList[] marks;

    public GraphBuilder(GraphSchema schema) {
        this.schema = schema;
        int relationshipTypes = schema.relationshipTypes().size();
        positive = edgeLists(relationshipTypes);
        marks = edgeLists(relationshipTypes);
    }

    private static EdgeList[] edgeLists(int size) {
        return IntStream.range(0, size).mapToObj(i -> new EdgeList()).toArray(EdgeList[]::new);
    }

    /** Adds a node and returns its number. Keys must be unique in their type; that is the caller's check. */
    public int addNode(GraphNode node) {
        schema.checkKey(node);
        growNodes();
        int number = nodeCount++;
        types[number] = (byte) node.typeIndex();
        entityIds[number] = node.entityId();
        if (node.key() instanceof Long key) {
            integerKeys[number] = key;
        } else {
            stringKeys[number] = (String) node.key();
        }
        availableFrom[number] = node.availableFromMillis();
        expiresAt[number] = node.expiresAtMillis();
        dated |= node.availableFromMillis() != Long.MIN_VALUE || node.expiresAtMillis() != Long.MAX_VALUE;
        return number;
    }

    private void growNodes() {
        if (nodeCount < types.length) {
            return;
        }
        int capacity = nodeCount * 2;
        types = Arrays.copyOf(types, capacity);
        entityIds = Arrays.copyOf(entityIds, capacity);
        integerKeys = Arrays.copyOf(integerKeys, capacity);
        stringKeys = Arrays.copyOf(stringKeys, capacity);
        availableFrom = Arrays.copyOf(availableFrom, capacity);
        expiresAt = Arrays.copyOf(expiresAt, capacity);
    }

    /**
     * Adds a relationship between two numbers that {@link #addNode} returned.
     *
     * @param weight above 0: positive; otherwise a mark (see {@link RecommendationGraph#marks})
     * @param timeMillis 0 if not known; kept to the second
     */
    public void addRelationship(
            RelationshipType type, int from, int to, float weight, long timeMillis, long relationshipId) {
        EdgeList list = (weight > 0 ? positive : marks)[type.index()];
        list.add(from, to, weight, EdgeArrays.toSeconds(timeMillis), relationshipId);
    }

    /** The graph of everything added. The builder is used up. */
    public GraphSnapshot build(long version) {
        return buildOn(new NodeTable(schema, columns()), version);
    }

    /** The graph of the relationships added, over nodes known already. */
    GraphSnapshot buildOn(NodeTable nodes, long version) {
        int numbers = nodes.nodeCount();
        int count = positive.length;
        Rows[] out = new Rows[count];
        Rows[] in = new Rows[count];
        Rows[] marked = new Rows[count];
        long[] counts = new long[count];
        for (int type = 0; type < count; type++) {
            counts[type] = positive[type].size;
            EdgeList sorted = positive[type].sorted(numbers);
            EdgeArrays edges = sorted.toArrays();
            out[type] = sorted.outgoing(edges);
            in[type] = sorted.incoming(edges);
            EdgeList sortedMarks = marks[type].sorted(numbers);
            marked[type] = sortedMarks.outgoing(sortedMarks.toArrays());
            positive[type] = new EdgeList();
            marks[type] = new EdgeList();
        }
        return new GraphSnapshot(schema, version, nodes, out, in, marked, counts);
    }

    private NodeTable.Columns columns() {
        List<NodeType> nodeTypes = schema.nodeTypes();
        boolean integers = nodeTypes.stream().anyMatch(type -> type.keyType() == KeyType.INTEGER);
        boolean strings = nodeTypes.stream().anyMatch(type -> type.keyType() == KeyType.STRING);
        return new NodeTable.Columns(
                Arrays.copyOf(types, nodeCount),
                Arrays.copyOf(entityIds, nodeCount),
                integers ? Arrays.copyOf(integerKeys, nodeCount) : null,
                strings ? Arrays.copyOf(stringKeys, nodeCount) : null,
                dated ? Arrays.copyOf(availableFrom, nodeCount) : null,
                dated ? Arrays.copyOf(expiresAt, nodeCount) : null);
    }

    /** Edges of one type as growing parallel columns. */
    private static final class EdgeList {
        private int size;
        private int[] sources = new int[0];
        private int[] targets = new int[0];
        private float[] weights = new float[0];
        private int[] times = new int[0];
        private long[] ids = new long[0];
        private boolean weighted;
        private boolean timed;

        void add(int source, int target, float weight, int seconds, long id) {
            if (size == sources.length) {
                resize(Math.max(16, size + (size >> 1)));
            }
            set(size++, source, target, weight, seconds, id);
            weighted |= weight != 1f;
            timed |= seconds != 0;
        }

        private void resize(int capacity) {
            sources = Arrays.copyOf(sources, capacity);
            targets = Arrays.copyOf(targets, capacity);
            weights = Arrays.copyOf(weights, capacity);
            times = Arrays.copyOf(times, capacity);
            ids = Arrays.copyOf(ids, capacity);
        }

        private void set(int at, int source, int target, float weight, int seconds, long id) {
            sources[at] = source;
            targets[at] = target;
            weights[at] = weight;
            times[at] = seconds;
            ids[at] = id;
        }

        /** In the order of {@link Neighbours}: the stable sorts keep the order of ids, which a store's scan mostly has already. */
        EdgeList sorted(int nodeCount) {
            EdgeList byId = idsAscend() ? this : sortedById();
            return byId.sortedBy(byId.targets, nodeCount).sortedBySource(nodeCount);
        }

        private EdgeList sortedBySource(int nodeCount) {
            return sortedBy(sources, nodeCount);
        }

        private boolean idsAscend() {
            return IntStream.range(1, size).allMatch(i -> ids[i - 1] <= ids[i]);
        }

        private EdgeList sortedById() {
            EdgeList sorted = emptyCopy();
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> ids[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int at = 0; at < size; at++) {
                int i = order[at];
                sorted.set(at, sources[i], targets[i], weights[i], times[i], ids[i]);
            }
            return sorted;
        }

        private EdgeList emptyCopy() {
            EdgeList copy = new EdgeList();
            copy.resize(size);
            copy.size = size;
            copy.weighted = weighted;
            copy.timed = timed;
            return copy;
        }

        /** Stable counting sort. */
        private EdgeList sortedBy(int[] nodes, int nodeCount) {
            int[] next = new int[nodeCount + 1];
            for (int i = 0; i < size; i++) {
                next[nodes[i] + 1]++;
            }
            for (int node = 0; node < nodeCount; node++) {
                next[node + 1] += next[node];
            }
            EdgeList sorted = emptyCopy();
            for (int i = 0; i < size; i++) {
                sorted.set(next[nodes[i]]++, sources[i], targets[i], weights[i], times[i], ids[i]);
            }
            return sorted;
        }

        EdgeArrays toArrays() {
            return new EdgeArrays(targets, null, weighted ? weights : null, timed ? times : null, ids);
        }

        Rows outgoing(EdgeArrays edges) {
            int first = min(sources);
            return Rows.of(first, offsets(sources, first), edges);
        }

        /** The rows from the targets' side: walking the sorted edges once leaves each row sorted by source. */
        Rows incoming(EdgeArrays edges) {
            int first = min(targets);
            int[] offsets = offsets(targets, first);
            int[] next = offsets.clone();
            int[] nodes = new int[size];
            int[] pointers = new int[size];
            for (int i = 0; i < size; i++) {
                int at = next[targets[i] - first]++;
                nodes[at] = sources[i];
                pointers[at] = i;
            }
            return Rows.of(first, offsets, edges.reversed(nodes, pointers));
        }

        private int min(int[] nodes) {
            return IntStream.range(0, size).map(i -> nodes[i]).min().orElse(0);
        }

        private int[] offsets(int[] nodes, int first) {
            int last = IntStream.range(0, size).map(i -> nodes[i]).max().orElse(first - 1);
            int[] offsets = new int[last - first + 2];
            for (int i = 0; i < size; i++) {
                offsets[nodes[i] - first + 1]++;
            }
            for (int row = 1; row < offsets.length; row++) {
                offsets[row] += offsets[row - 1];
            }
            return offsets;
        }
    }
}
