package dev.clew.core.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Collects nodes and relationships and sorts them into a {@link GraphSnapshot} in O(nodes + relationships); see {@link EdgeList} for how, and
 * for what memory it takes. The sorting uses all processors and comes to the same result on any number of them. Add the nodes of one type
 * one after another: rows are kept for the range of nodes that have any. Not thread-safe.
 */
public final class GraphBuilder {
    private final GraphSchema schema;
    private final NodeTable.Columns.Draft nodes = new NodeTable.Columns.Draft();
    private final EdgeList[] positive;
    private final EdgeList[] marks;

    public GraphBuilder(GraphSchema schema) {
        this.schema = schema;
        positive = edgeLists(schema);
        marks = edgeLists(schema);
    }

    private static EdgeList[] edgeLists(GraphSchema schema) {
        return schema.relationshipTypes().stream().map(EdgeList::new).toArray(EdgeList[]::new);
    }

    /** Adds a node and returns its number. Keys must be unique in their type; that is the caller's check. */
    public int addNode(GraphNode node) {
        schema.checkKey(node);
        return nodes.add(node);
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
        return buildOn(new NodeTable(schema, nodes.columns(schema)), version);
    }

    /**
     * The same graph with its items numbered anew, those with the most positive interactions first: the numbers that {@link #addNode} returned do not hold in
     * it. Popular items are then neighbours in memory, and what bounds the score of one item in a block of nodes bounds the others well.
     *
     * <p>Cost: O(relationships + items log items) beside that of {@link #build}; 8 bytes a node while it runs.
     */
    public GraphSnapshot buildBusiestFirst(long version) {
        int[] numbers = busiestFirst();
        for (int type = 0; type < positive.length; type++) {
            positive[type].renumber(numbers);
            marks[type].renumber(numbers);
        }
        return buildOn(new NodeTable(schema, nodes.renumbered(numbers).columns(schema)), version);
    }

    /** The new number of each node: items exchange theirs, the others keep their own. */
    private int[] busiestFirst() {
        int[] counts = new int[nodes.size()];
        for (RelationshipType type : schema.relationshipTypes(RelationshipRole.INTERACTION)) {
            positive[type.index()].countTargets(counts);
        }
        int[] items = IntStream.range(0, counts.length)
                .filter(node -> nodes.typeIndex(node) == schema.item().index())
                .toArray();
        // The busiest have the least: the count negated above the number.
        long[] order = Arrays.stream(items)
                .mapToLong(item -> ((long) -counts[item] << Integer.SIZE) | item)
                .toArray();
        Arrays.parallelSort(order);
        int[] numbers = IntStream.range(0, counts.length).toArray();
        for (int i = 0; i < items.length; i++) {
            numbers[(int) order[i]] = items[i];
        }
        return numbers;
    }

    /** The graph of the relationships added, over nodes known already. */
    GraphSnapshot buildOn(NodeTable nodes, long version) {
        int numbers = nodes.nodeCount();
        int count = positive.length;
        Rows[] out = new Rows[count];
        Rows[] in = new Rows[count];
        Rows[] marked = new Rows[count];
        long[] counts = Arrays.stream(positive).mapToLong(EdgeList::size).toArray();
        IntStream.range(0, count).parallel().forEach(type -> {
            out[type] = positive[type].outgoing(numbers);
            in[type] = out[type].reversed();
            marked[type] = marks[type].outgoing(numbers);
        });
        return new GraphSnapshot(schema, version, nodes, out, in, marked, counts);
    }
}
