package dev.clew.procedures.live;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import java.util.Arrays;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Reads a declared graph from the store: nodes label by label, then relationships type by type. */
final class StoreScan {
    private final EntityReader reader;
    private final Transaction transaction;
    private final GraphBuilder builder;
    private final NumberTable numbers = new NumberTable();
    private byte[] nodeTypes = new byte[1024];

    private StoreScan(EntityReader reader, Transaction transaction) {
        this.reader = reader;
        this.transaction = transaction;
        this.builder = new GraphBuilder(reader.schema());
    }

    /** The graph as the transaction sees it. Cost: one read of each declared node and relationship. */
    static GraphSnapshot read(EntityReader reader, Transaction transaction, long version) {
        StoreScan scan = new StoreScan(reader, transaction);
        reader.schema().nodeTypes().forEach(scan::readNodes);
        reader.schema().relationshipTypes().stream()
                .map(RelationshipType::name)
                .distinct()
                .forEach(scan::readRelationships);
        return scan.builder.build(version);
    }

    private void readNodes(NodeType type) {
        try (ResourceIterator<Node> nodes = transaction.findNodes(Label.label(type.label()))) {
            while (nodes.hasNext()) {
                Node stored = nodes.next();
                GraphNode node = reader.node(stored);
                if (node != null && node.typeIndex() == type.index()) {
                    add(node);
                }
            }
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

    private void readRelationships(String name) {
        var type = org.neo4j.graphdb.RelationshipType.withName(name);
        try (ResourceIterator<Relationship> relationships = transaction.findRelationships(type)) {
            while (relationships.hasNext()) {
                read(relationships.next(), name);
            }
        }
    }

    private void read(Relationship stored, String name) {
        int start = numbers.get(StoreIds.startId(stored));
        int end = numbers.get(StoreIds.endId(stored));
        if (start == RecommendationGraph.NO_NODE || end == RecommendationGraph.NO_NODE) {
            return;
        }
        RelationshipType type = reader.type(name, nodeTypes[start], nodeTypes[end]);
        if (type != null) {
            boolean reversed = reader.isReversed(type);
            builder.addRelationship(
                    type,
                    reversed ? end : start,
                    reversed ? start : end,
                    reader.weight(type, stored),
                    reader.timeMillis(type, stored),
                    StoreIds.id(stored));
        }
    }

    /** Store ids to node numbers, in pages: store ids are dense, so an array beats a map of boxed keys many times. */
    private static final class NumberTable {
        private static final int PAGE_BITS = 12;
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
