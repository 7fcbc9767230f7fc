package dev.clew.core.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who the nodes are: type, key, store id and dates by node number, and the way back from key or store id to the number. The nodes known
 * at the build lie in arrays with open-addressing hash tables of node numbers; what commits have changed since lies above in tries.
 */
final class NodeTable {
    private static final Integer REMOVED = RecommendationGraph.NO_NODE;
    /** A node with its key and its places in three tries. */
    private static final int CHANGED_BYTES = 320;

    private final GraphSchema schema;
    private final Columns base;
    private final int nodeCount;
    private final LongTrie<Slot> changed;
    private final LongTrie<Integer> byEntity;
    private final LongTrie<int[]> byKeyHash;

    /** A changed node, or an empty place where one was. */
    private record Slot(@Nullable GraphNode node) {}

    NodeTable(GraphSchema schema, Columns base) {
        this(schema, base, base.size, new LongTrie<>(), new LongTrie<>(), new LongTrie<>());
    }

    private NodeTable(
            GraphSchema schema,
            Columns base,
            int nodeCount,
            LongTrie<Slot> changed,
            LongTrie<Integer> byEntity,
            LongTrie<int[]> byKeyHash) {
        this.schema = schema;
        this.base = base;
        this.nodeCount = nodeCount;
        this.changed = changed;
        this.byEntity = byEntity;
        this.byKeyHash = byKeyHash;
    }

    int nodeCount() {
        return nodeCount;
    }

    boolean contains(int node) {
        Slot slot = changed.get(node);
        return slot == null ? base.contains(node) : slot.node() != null;
    }

    NodeType type(int node) {
        GraphNode changedNode = changedNode(node);
        return schema.nodeTypes().get(changedNode == null ? base.types[node] : changedNode.typeIndex());
    }

    Object key(int node) {
        GraphNode changedNode = changedNode(node);
        return changedNode == null ? base.key(node) : changedNode.key();
    }

    int compareKeys(int node, int other) {
        return changedNode(node) == null && changedNode(other) == null && base.stringKeys == null
                ? base.compareIntegerKeys(node, other)
                : type(node).keyType().compare(key(node), key(other));
    }

    long entityId(int node) {
        GraphNode changedNode = changedNode(node);
        return changedNode == null ? base.entityIds[node] : changedNode.entityId();
    }

    boolean isAvailable(int node, long atMillis) {
        GraphNode changedNode = changedNode(node);
        return changedNode == null
                ? base.isAvailable(node, atMillis)
                : atMillis >= changedNode.availableFromMillis() && atMillis < changedNode.expiresAtMillis();
    }

    private @Nullable GraphNode changedNode(int node) {
        Slot slot = changed.isEmpty() ? null : changed.get(node);
        return slot == null ? null : slot.node();
    }

    int findEntity(long entityId) {
        Integer node = byEntity.isEmpty() ? null : byEntity.get(entityId);
        return node == null ? base.findEntity(entityId) : node;
    }

    /** Whether there was a node with this store id that a commit has removed. */
    boolean isRemoved(long entityId) {
        Integer node = byEntity.isEmpty() ? null : byEntity.get(entityId);
        return node != null && node == RecommendationGraph.NO_NODE;
    }

    int find(NodeType type, Object key) {
        int[] candidates = byKeyHash.isEmpty() ? null : byKeyHash.get(hash(type.index(), key));
        if (candidates != null) {
            for (int node : candidates) {
                if (isNow(node, type, key)) {
                    return node;
                }
            }
        }
        int node = base.find(type.index(), key);
        return node != RecommendationGraph.NO_NODE && isNow(node, type, key) ? node : RecommendationGraph.NO_NODE;
    }

    private boolean isNow(int node, NodeType type, Object key) {
        return contains(node) && type(node).index() == type.index() && key(node).equals(key);
    }

    /** This table with the node written at its number, or appended if its store id is new. */
    NodeTable put(GraphNode node) {
        int known = findEntity(node.entityId());
        int number = known == RecommendationGraph.NO_NODE ? nodeCount : known;
        return new NodeTable(
                schema,
                base,
                Math.max(nodeCount, number + 1),
                changed.with(number, new Slot(node)),
                byEntity.with(node.entityId(), number),
                withKey(hash(node.typeIndex(), node.key()), number));
    }

    private LongTrie<int[]> withKey(int hash, int number) {
        int[] old = byKeyHash.get(hash);
        if (old == null) {
            return byKeyHash.with(hash, new int[] {number});
        }
        if (Arrays.stream(old).anyMatch(known -> known == number)) {
            return byKeyHash;
        }
        int[] longer = Arrays.copyOf(old, old.length + 1);
        longer[old.length] = number;
        return byKeyHash.with(hash, longer);
    }

    NodeTable remove(int node) {
        return new NodeTable(
                schema,
                base,
                nodeCount,
                changed.with(node, new Slot(null)),
                byEntity.with(entityId(node), REMOVED),
                byKeyHash);
    }

    /** Bytes of the nodes as built, and about how many the changed ones take. */
    long memoryBytes() {
        return base.memoryBytes + changedBytes();
    }

    /** About how many bytes the nodes changed since the build take. */
    long changedBytes() {
        return (long) CHANGED_BYTES * changed.size();
    }

    /**
     * The same nodes under the same numbers, as if built anew; this, if no commit has changed it.
     *
     * <p>Cost: O(nodes).
     */
    NodeTable compacted() {
        if (changed.isEmpty()) {
            return this;
        }
        Columns.Draft draft = new Columns.Draft();
        for (int node = 0; node < nodeCount; node++) {
            draft.add(contains(node) ? node(node) : null);
        }
        return new NodeTable(schema, draft.columns(schema));
    }

    private GraphNode node(int node) {
        GraphNode changedNode = changedNode(node);
        return changedNode == null ? base.node(node) : changedNode;
    }

    static int hash(int typeIndex, Object key) {
        int mixed = (key.hashCode() * 31 + typeIndex) * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & Integer.MAX_VALUE;
    }

    /** The nodes known at the build; see {@link GraphBuilder}. */
    static final class Columns {
        /** The type of a number whose node is gone. */
        private static final byte NOBODY = -1;

        /** A string and its array of bytes, and the reference to it, besides the characters. */
        private static final int STRING_BYTES = 44;

        private final int size;
        private final byte[] types;
        private final long[] entityIds;
        /** Keys of integer-keyed types, 0 elsewhere; null when no type has integer keys. */
        private final long @Nullable [] integerKeys;
        /** Keys of string-keyed types, null elsewhere; null when no type has string keys. */
        private final @Nullable String @Nullable [] stringKeys;

        private final long @Nullable [] availableFrom;
        private final long @Nullable [] expiresAt;
        private final int[] byKey;
        private final int[] byEntity;
        private final long memoryBytes;

        Columns(
                byte[] types,
                long[] entityIds,
                long @Nullable [] integerKeys,
                @Nullable String @Nullable [] stringKeys,
                long @Nullable [] availableFrom,
                long @Nullable [] expiresAt) {
            this.size = types.length;
            this.types = types;
            this.entityIds = entityIds;
            this.integerKeys = integerKeys;
            this.stringKeys = stringKeys;
            this.availableFrom = availableFrom;
            this.expiresAt = expiresAt;
            this.byKey = emptySlots(size);
            this.byEntity = emptySlots(size);
            for (int node = 0; node < size; node++) {
                if (contains(node)) {
                    insert(byKey, hash(types[node], key(node)), node);
                    insert(byEntity, hash(0, entityIds[node]), node);
                }
            }
            this.memoryBytes = bytes();
        }

        boolean contains(int node) {
            return node >= 0 && node < size && types[node] != NOBODY;
        }

        GraphNode node(int node) {
            return new GraphNode(
                    types[node],
                    key(node),
                    entityIds[node],
                    availableFrom == null ? Long.MIN_VALUE : availableFrom[node],
                    expiresAt == null ? Long.MAX_VALUE : expiresAt[node]);
        }

        private static int[] emptySlots(int size) {
            int[] slots = new int[Integer.highestOneBit(Math.max(1, size)) * 4];
            Arrays.fill(slots, RecommendationGraph.NO_NODE);
            return slots;
        }

        private static void insert(int[] slots, int hash, int node) {
            int at = hash & (slots.length - 1);
            while (slots[at] != RecommendationGraph.NO_NODE) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = node;
        }

        int find(int typeIndex, Object key) {
            int at = hash(typeIndex, key) & (byKey.length - 1);
            while (byKey[at] != RecommendationGraph.NO_NODE) {
                int node = byKey[at];
                if (types[node] == typeIndex && key(node).equals(key)) {
                    return node;
                }
                at = (at + 1) & (byKey.length - 1);
            }
            return RecommendationGraph.NO_NODE;
        }

        int findEntity(long entityId) {
            int at = hash(0, entityId) & (byEntity.length - 1);
            while (byEntity[at] != RecommendationGraph.NO_NODE) {
                if (entityIds[byEntity[at]] == entityId) {
                    return byEntity[at];
                }
                at = (at + 1) & (byEntity.length - 1);
            }
            return RecommendationGraph.NO_NODE;
        }

        Object key(int node) {
            String text = stringKeys == null ? null : stringKeys[node];
            if (text != null) {
                return text;
            }
            return Objects.requireNonNull(integerKeys)[node];
        }

        /** Without making objects of them: an answer may compare a million keys. */
        int compareIntegerKeys(int node, int other) {
            long[] keys = Objects.requireNonNull(integerKeys);
            return Long.compare(keys[node], keys[other]);
        }

        boolean isAvailable(int node, long atMillis) {
            return (availableFrom == null || atMillis >= availableFrom[node])
                    && (expiresAt == null || atMillis < expiresAt[node]);
        }

        private long bytes() {
            long bytes = size + 8L * size + 4L * byKey.length + 4L * byEntity.length;
            bytes += integerKeys == null ? 0 : 8L * size;
            bytes += availableFrom == null ? 0 : 8L * size;
            bytes += expiresAt == null ? 0 : 8L * size;
            if (stringKeys != null) {
                for (String key : stringKeys) {
                    bytes += key == null ? 4 : STRING_BYTES + key.length();
                }
            }
            return bytes;
        }

        /** Columns being filled, node by node. */
        static final class Draft {
            private int size;
            private byte[] types = new byte[16];
            private long[] entityIds = new long[16];
            private long[] integerKeys = new long[16];
            private @Nullable String[] stringKeys = new String[16];
            private long[] availableFrom = new long[16];
            private long[] expiresAt = new long[16];
            private boolean dated;

            /** Adds a node, or a number that stands for none, and returns the number. */
            int add(@Nullable GraphNode node) {
                grow();
                int number = size++;
                if (node == null) {
                    types[number] = NOBODY;
                    return number;
                }
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

            int size() {
                return size;
            }

            int typeIndex(int number) {
                return types[number];
            }

            /** The same nodes under other numbers; no number may stand for none. */
            Draft renumbered(int[] numbers) {
                Draft renumbered = new Draft();
                renumbered.size = size;
                renumbered.types = new byte[size];
                renumbered.entityIds = new long[size];
                renumbered.integerKeys = new long[size];
                renumbered.stringKeys = new String[size];
                renumbered.availableFrom = new long[size];
                renumbered.expiresAt = new long[size];
                renumbered.dated = dated;
                for (int old = 0; old < size; old++) {
                    int number = numbers[old];
                    renumbered.types[number] = types[old];
                    renumbered.entityIds[number] = entityIds[old];
                    renumbered.integerKeys[number] = integerKeys[old];
                    renumbered.stringKeys[number] = stringKeys[old];
                    renumbered.availableFrom[number] = availableFrom[old];
                    renumbered.expiresAt[number] = expiresAt[old];
                }
                return renumbered;
            }

            private void grow() {
                if (size < types.length) {
                    return;
                }
                int capacity = size * 2;
                types = Arrays.copyOf(types, capacity);
                entityIds = Arrays.copyOf(entityIds, capacity);
                integerKeys = Arrays.copyOf(integerKeys, capacity);
                stringKeys = Arrays.copyOf(stringKeys, capacity);
                availableFrom = Arrays.copyOf(availableFrom, capacity);
                expiresAt = Arrays.copyOf(expiresAt, capacity);
            }

            Columns columns(GraphSchema schema) {
                List<NodeType> nodeTypes = schema.nodeTypes();
                boolean integers = nodeTypes.stream().anyMatch(type -> type.keyType() == KeyType.INTEGER);
                boolean strings = nodeTypes.stream().anyMatch(type -> type.keyType() == KeyType.STRING);
                return new Columns(
                        Arrays.copyOf(types, size),
                        Arrays.copyOf(entityIds, size),
                        integers ? Arrays.copyOf(integerKeys, size) : null,
                        strings ? Arrays.copyOf(stringKeys, size) : null,
                        dated ? Arrays.copyOf(availableFrom, size) : null,
                        dated ? Arrays.copyOf(expiresAt, size) : null);
            }
        }
    }
}
