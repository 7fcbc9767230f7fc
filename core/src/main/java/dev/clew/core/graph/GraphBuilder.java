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
