package dev.clew.core.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who the nodes are: type, key, store id and dates by node number, and the way back from key or store id to the number. The nodes known
 * at the build lie in arrays with open-addressing hash tables of node numbers; what commits have changed since lies above in tries.
 */
final class NodeTable {
    private static final Integer REMOVED = RecommendationGraph.NO_NODE;

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
        return slot == null ? node >= 0 && node < base.size : slot.node() != null;
    }

    NodeType type(int node) {
        GraphNode changedNode = changedNode(node);
        return schema.nodeTypes().get(changedNode == null ? base.types[node] : changedNode.typeIndex());
    }

    Object key(int node) {
        GraphNode changedNode = changedNode(node);
        return changedNode == null ? base.key(node) : changedNode.key();
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

    long memoryBytes() {
        return base.memoryBytes();
    }

    static int hash(int typeIndex, Object key) {
        int mixed = (key.hashCode() * 31 + typeIndex) * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & Integer.MAX_VALUE;
    }

    /** The nodes known at the build; see {@link GraphBuilder}. */
    static final class Columns {
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
                insert(byKey, hash(types[node], key(node)), node);
                insert(byEntity, hash(0, entityIds[node]), node);
            }
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
            return java.util.Objects.requireNonNull(integerKeys)[node];
        }

        boolean isAvailable(int node, long atMillis) {
            return (availableFrom == null || atMillis >= availableFrom[node])
                    && (expiresAt == null || atMillis < expiresAt[node]);
        }

        long memoryBytes() {
            long bytes = size + 8L * size + 4L * byKey.length + 4L * byEntity.length;
            bytes += integerKeys == null ? 0 : 8L * size;
            bytes += availableFrom == null ? 0 : 8L * size;
            bytes += expiresAt == null ? 0 : 8L * size;
            if (stringKeys != null) {
                for (String key : stringKeys) {
                    bytes += key == null ? 4 : 4 + 40 + key.length();
                }
            }
            return bytes;
        }
    }
}
