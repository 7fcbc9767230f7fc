package dev.clew.core.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The recommendation graph in memory: compressed sparse rows built once, and above them the rows that commits have changed.
 * {@link #apply} makes a new state that shares everything it did not touch; a reader keeps the state it has.
 */
public final class GraphSnapshot implements RecommendationGraph {
    private final GraphSchema schema;
    private final long version;
    private final NodeTable nodes;
    private final Rows[] out;
    private final Rows[] in;
    private final Rows[] marks;
    private final long[] counts;
    private final int doubts;
    private final RecentChanges recentChanges;
    /** Shared by all states that have these arrays. */
    private final RowKinds rowKinds;

    /** Shared by all states that commits made from one build. */
    private final Map<Class<?>, Object> derived;

    GraphSnapshot(
            GraphSchema schema, long version, NodeTable nodes, Rows[] out, Rows[] in, Rows[] marks, long[] counts) {
        this(
                schema,
                version,
                nodes,
                out,
                in,
                marks,
                counts,
                0,
                RecentChanges.NONE,
                new RowKinds(out, in, nodes.nodeCount()),
                new ConcurrentHashMap<>());
    }

    private GraphSnapshot(
            GraphSchema schema,
            long version,
            NodeTable nodes,
            Rows[] out,
            Rows[] in,
            Rows[] marks,
            long[] counts,
            int doubts,
            RecentChanges recentChanges,
            RowKinds rowKinds,
            Map<Class<?>, Object> derived) {
        this.schema = schema;
        this.version = version;
        this.nodes = nodes;
        this.out = out;
        this.in = in;
        this.marks = marks;
        this.counts = counts;
        this.doubts = doubts;
        this.recentChanges = recentChanges;
        this.rowKinds = rowKinds;
        this.derived = derived;
    }

    @Override
    public GraphSchema schema() {
        return schema;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public int nodeCount() {
        return nodes.nodeCount();
    }

    @Override
    public boolean contains(int node) {
        return nodes.contains(node);
    }

    @Override
    public NodeType nodeType(int node) {
        return nodes.type(node);
    }

    @Override
    public Object key(int node) {
        return nodes.key(node);
    }

    @Override
    public int compareKeys(int node, int other) {
        return nodes.compareKeys(node, other);
    }

    @Override
    public long entityId(int node) {
        return nodes.entityId(node);
    }

    @Override
    public int find(NodeType type, Object key) {
        return nodes.find(type, key);
    }

    @Override
    public int findEntity(long entityId) {
        return nodes.findEntity(entityId);
    }

    @Override
    public boolean isAvailable(int item, long atMillis) {
        return nodes.isAvailable(item, atMillis);
    }

    @Override
    public Neighbours neighbours(RelationshipType type, Direction direction) {
        return new Neighbours(rows(type, direction));
    }

    @Override
    public long rowKinds(int node, int word) {
        return rowKinds.word(node, word);
    }

    @Override
    public Neighbours marks(RelationshipType interaction) {
        return new Neighbours(marks[interaction.index()]);
    }

    @Override
    public long relationshipCount(RelationshipType type) {
        return counts[type.index()];
    }

    @Override
    public boolean sameRowsSince(long earlier, IntPredicate nodes) {
        return recentChanges.spared(version - earlier, nodes);
    }

    @Override
    public <T> T derived(Class<T> type, Supplier<T> maker) {
        return type.cast(derived.computeIfAbsent(type, it -> maker.get()));
    }

    /** How many nodes of a role there are. Cost: O(nodes). */
    public long count(NodeRole role) {
        return IntStream.range(0, nodeCount())
                .filter(node -> contains(node) && nodeType(node).role() == role)
                .count();
    }

    @Override
    public long memoryBytes() {
        long bytes = nodes.memoryBytes() + rowKinds.memoryBytes();
        for (int type = 0; type < out.length; type++) {
            bytes += out[type].memoryBytes() + in[type].memoryBytes() + marks[type].memoryBytes();
        }
        return bytes;
    }

    /** How many rows commits have changed since the arrays were made: of users, items and attributes, in either direction. */
    public long changedRows() {
        return all().mapToLong(Rows::changedRows).sum();
    }

    /** About how many of the {@link #memoryBytes} what commits have changed takes. */
    public long changedBytes() {
        return nodes.changedBytes() + all().mapToLong(Rows::changedBytes).sum();
    }

    /**
     * How often a commit told something of a node that contradicts what another one did: that it is of another type, or there at all. Stores let a
     * label change while somebody else connects the node, and which came last cannot be told from the changes. Once this has grown, only the
     * store knows.
     */
    public int doubts() {
        return doubts;
    }

    /**
     * The nodes of this state whose rows of these types differ from an earlier or later state's.
     *
     * <p>Cost: O(rows that differ), whatever the graph's size.
     *
     * @return empty if that cannot be told, because a build or a compaction lies between the two
     */
    public Optional<BitSet> changedSince(GraphSnapshot other, RelationshipRole role, Direction direction) {
        BitSet nodes = new BitSet();
        for (RelationshipType type : schema.relationshipTypes(role)) {
            if (!schema.equals(other.schema)
                    || !rows(type, direction).addDifferences(other.rows(type, direction), nodes)) {
                return Optional.empty();
            }
        }
        nodes.clear(nodeCount(), Math.max(nodeCount(), nodes.length()));
        return Optional.of(nodes);
    }

    private Rows rows(RelationshipType type, Direction direction) {
        return (direction == Direction.OUT ? out : in)[type.index()];
    }

    private Stream<Rows> all() {
        return Stream.of(out, in, marks).flatMap(Arrays::stream);
    }

    /**
     * The next state: the same nodes under the same numbers and the same relationships, in arrays of its own again, as if built anew.
     *
     * <p>Cost: O(nodes + relationships) for what has changed at all, type by type; the other arrays are shared.
     */
    public GraphSnapshot compacted() {
        Rows[] flatOut = out.clone();
        Rows[] flatIn = in.clone();
        Rows[] flatMarks = marks.clone();
        IntStream.range(0, out.length).parallel().forEach(type -> {
            if (out[type].changedRows() > 0 || in[type].changedRows() > 0) {
                flatOut[type] = out[type].compacted(nodeCount());
                flatIn[type] = flatOut[type].reversed();
            }
            flatMarks[type] = marks[type].compacted(nodeCount());
        });
        return new GraphSnapshot(
                schema,
                version + 1,
                nodes.compacted(),
                flatOut,
                flatIn,
                flatMarks,
                counts,
                doubts,
                recentChanges.plus(new int[0]),
                new RowKinds(flatOut, flatIn, nodeCount()),
                derived);
    }

    /**
     * The state after a commit.
     *
     * <p>Cost: O(degree) for each end of each changed relationship, O(log nodes) for each changed node.
     *
     * @param changes in the order they happened; see {@link GraphChange} for what may be repeated or reordered
     */
    public GraphSnapshot apply(List<GraphChange> changes) {
        return changes.isEmpty() ? this : new Draft().applyAll(changes);
    }

    /**
     * This graph, walked along other paths.
     *
     * @param other a schema that differs from this graph's in its paths and their weights alone
     */
    public GraphSnapshot withPathsOf(GraphSchema other) {
        if (!other.nodeTypes().equals(schema.nodeTypes())
                || !other.relationshipTypes().equals(schema.relationshipTypes())) {
            throw new IllegalArgumentException("The schema must differ in its paths alone.");
        }
        return new GraphSnapshot(
                other,
                version + 1,
                nodes,
                out,
                in,
                marks,
                counts,
                doubts,
                recentChanges.plus(new int[0]),
                rowKinds,
                derived);
    }

    /**
     * This graph without some of its interactions: the same nodes under the same numbers, the same marks, attributes and links.
     *
     * <p>Cost: O(nodes + interactions).
     */
    public GraphSnapshot keepingInteractions(InteractionFilter filter) {
        GraphBuilder kept = new GraphBuilder(schema);
        for (RelationshipType type : schema.relationshipTypes(RelationshipRole.INTERACTION)) {
            Neighbours row = neighbours(type, Direction.OUT);
            for (int user = 0; user < nodeCount(); user++) {
                row.at(user);
                for (int i = 0; i < row.size(); i++) {
                    if (filter.keeps(user, row.node(i))) {
                        kept.addRelationship(
                                type, user, row.node(i), row.weight(i), row.timeMillis(i), row.relationshipId(i));
                    }
                }
            }
        }
        return withInteractionsOf(kept.buildOn(nodes, version));
    }

    /** Says which positive interactions stay. */
    @FunctionalInterface
    public interface InteractionFilter {
        boolean keeps(int user, int item);
    }

    private GraphSnapshot withInteractionsOf(GraphSnapshot other) {
        Rows[] nextOut = out.clone();
        Rows[] nextIn = in.clone();
        long[] nextCounts = counts.clone();
        for (RelationshipType type : schema.relationshipTypes(RelationshipRole.INTERACTION)) {
            int index = type.index();
            nextOut[index] = other.out[index];
            nextIn[index] = other.in[index];
            nextCounts[index] = other.counts[index];
        }
        return new GraphSnapshot(schema, version, nodes, nextOut, nextIn, marks, nextCounts);
    }

    /** The next state while it is being made; it copies the arrays of references, never the rows. */
    private final class Draft {
        private NodeTable nodes = GraphSnapshot.this.nodes;
        private final Rows[] out = GraphSnapshot.this.out.clone();
        private final Rows[] in = GraphSnapshot.this.in.clone();
        private final Rows[] marks = GraphSnapshot.this.marks.clone();
        private final long[] counts = GraphSnapshot.this.counts.clone();
        private int doubts = GraphSnapshot.this.doubts;
        private final IntStream.Builder changed = IntStream.builder();

        GraphSnapshot applyAll(List<GraphChange> changes) {
            changes.forEach(this::apply);
            RecentChanges recent = recentChanges.plus(changed.build().toArray());
            return new GraphSnapshot(
                    schema, version + 1, nodes, out, in, marks, counts, doubts, recent, rowKinds, derived);
        }

        private void apply(GraphChange change) {
            if (change instanceof GraphChange.NodePut put) {
                putNode(put.node());
            } else if (change instanceof GraphChange.NodeRemoved removed) {
                removeNode(nodes.findEntity(removed.entityId()));
            } else if (change instanceof GraphChange.RelationshipPut put) {
                put(put);
            } else if (change instanceof GraphChange.RelationshipRemoved removed) {
                int from = nodes.findEntity(removed.fromEntityId());
                if (from != NO_NODE) {
                    unlink(removed.typeIndex(), removed.relationshipId(), from, nodes.findEntity(removed.toEntityId()));
                }
            }
        }

        private int putNode(GraphNode node) {
            schema.checkKey(node);
            int known = nodes.findEntity(node.entityId());
            if (known != NO_NODE && nodes.type(known).index() != node.typeIndex()) {
                removeNode(known);
            } else if (known != NO_NODE && !nodes.key(known).equals(node.key())) {
                // Its rows stay, but what they say of their neighbours is another thing.
                changed.add(known);
            }
            nodes = nodes.put(node);
            return nodes.findEntity(node.entityId());
        }

        private int numberOf(GraphNode node) {
            int known = nodes.findEntity(node.entityId());
            if (known == NO_NODE) {
                doubts += nodes.isRemoved(node.entityId()) ? 1 : 0;
                return putNode(node);
            }
            return known;
        }

        private void put(GraphChange.RelationshipPut put) {
            int from = numberOf(put.from());
            int to = numberOf(put.to());
            if (contradicts(put.from(), from) || contradicts(put.to(), to)) {
                doubts++;
                return;
            }
            int type = put.typeIndex();
            unlink(type, put.relationshipId(), from, to);
            int seconds = EdgeArrays.toSeconds(put.timeMillis());
            if (put.weight() > 0) {
                add(out, type, from, to, put.weight(), seconds, put.relationshipId());
                add(in, type, to, from, put.weight(), seconds, put.relationshipId());
                counts[type]++;
            } else {
                add(marks, type, from, to, put.weight(), seconds, put.relationshipId());
            }
        }

        private boolean contradicts(GraphNode told, int known) {
            return nodes.type(known).index() != told.typeIndex();
        }

        private void add(Rows[] rows, int type, int node, int neighbour, float weight, int seconds, long id) {
            changed.add(node);
            rows[type] = rows[type].with(node, rows[type].row(node).plus(neighbour, weight, seconds, id));
        }

        private void unlink(int type, long relationshipId, int from, int to) {
            if (remove(out, type, from, to, relationshipId)) {
                remove(in, type, to, from, relationshipId);
                counts[type]--;
            } else {
                removeMark(type, from, relationshipId);
            }
        }

        private boolean remove(Rows[] rows, int type, int node, int neighbour, long relationshipId) {
            Row row = rows[type].row(node);
            int position = row.find(neighbour, relationshipId);
            if (position >= 0) {
                changed.add(node);
                rows[type] = rows[type].with(node, row.without(position));
            }
            return position >= 0;
        }

        /** A mark outlives its item, which may come back under another number: it is looked for by its id alone. */
        private void removeMark(int type, int user, long relationshipId) {
            Row row = marks[type].row(user);
            int position = row.find(relationshipId);
            if (position >= 0) {
                marks[type] = marks[type].with(user, row.without(position));
            }
        }

        private void removeNode(int node) {
            if (node == NO_NODE) {
                return;
            }
            for (int type = 0; type < out.length; type++) {
                counts[type] -= detach(out, in, type, node);
                counts[type] -= detach(in, out, type, node);
                clear(marks, type, node);
            }
            nodes = nodes.remove(node);
        }

        /** Empties the node's row and strikes it from its neighbours' rows; returns how many relationships that were. */
        private int detach(Rows[] rows, Rows[] reverse, int type, int node) {
            Neighbours row = new Neighbours(rows[type]).at(node);
            clear(rows, type, node);
            for (int i = 0; i < row.size(); i++) {
                remove(reverse, type, row.node(i), node, row.relationshipId(i));
            }
            return row.size();
        }

        private void clear(Rows[] rows, int type, int node) {
            if (new Neighbours(rows[type]).at(node).size() > 0) {
                changed.add(node);
                rows[type] = rows[type].with(node, Row.EMPTY);
            }
        }
    }
}
