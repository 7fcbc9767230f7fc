package dev.clew.core.vectors;

import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.RecommendationGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What items can be: one column for each node that items lead to by one {@link AttributePath} (the director Lynch is another column than the
 * actor Lynch), with a weight that was settled when the space was made. An item is a row in it:
 *
 * <pre>{@code
 * x(item, c) = weight(c) * sum over walks from the item to c: product of the relationships' weights
 * }</pre>
 *
 * Half of a row are the columns one step away, half those two steps away. Each half has length 1, then the row has: an item with many attributes
 * counts as much as one with few. A walk to a node without a column, which came later or which no item led to, has a weight too: it makes
 * the rest of its half shorter, as something that the item is but that nothing is known of.
 *
 * <p>Made of keys and numbers alone, so that it means the same on any graph of the same declaration: where it was made, after a commit, in
 * another process. Immutable.
 */
public final class AttributeSpace {
    private final List<AttributeColumns> blocks;
    private final float weightOfUnknown;
    private final Map<Block, Integer> blockOf = new HashMap<>();
    /** The first column of each block, and the number of all columns. */
    private final int[] firsts;

    private final float[] weights;

    private record Block(AttributePath path, String label) {}

    /**
     * @param blocks the columns, one block after the other
     * @param weightOfUnknown that of a node without a column, finite and at least 0
     * @throws IllegalArgumentException if two blocks have the same path and label
     */
    public AttributeSpace(List<AttributeColumns> blocks, float weightOfUnknown) {
        if (!(weightOfUnknown >= 0 && weightOfUnknown < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "weightOfUnknown (" + weightOfUnknown + ") must be finite and at least 0.");
        }
        this.blocks = List.copyOf(blocks);
        this.weightOfUnknown = weightOfUnknown;
        this.firsts = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            firsts[i + 1] = Math.addExact(firsts[i], blocks.get(i).size());
            Block block = new Block(blocks.get(i).path(), blocks.get(i).label());
            if (blockOf.put(block, i) != null) {
                throw new IllegalArgumentException(block + " must not have its columns in two places.");
            }
        }
        this.weights = new float[size()];
        for (int i = 0; i < blocks.size(); i++) {
            for (int column = firsts[i]; column < firsts[i + 1]; column++) {
                weights[column] = blocks.get(i).weight(column - firsts[i]);
            }
        }
    }

    /**
     * Makes a column of every node that some items lead to. Its weight is larger the fewer of them lead there: {@code ln(1 + items / items that
     * lead there)} ("idf"). Any other node weighs as much as one that a single item leads to.
     *
     * <p>Source of the weight: Sparck Jones, A statistical interpretation of term specificity, Journal of Documentation 1972.
     *
     * @param items node numbers, each once
     */
    public static AttributeSpace of(RecommendationGraph graph, int[] items) {
        Map<Block, Map<Integer, Integer>> counts = new LinkedHashMap<>();
        AttributeWalks walks = new AttributeWalks(graph);
        for (int item : items) {
            Set<Map.Entry<AttributePath, Integer>> seen = new HashSet<>();
            for (AttributeWalks.Walk walk : walks.from(item)) {
                if (seen.add(Map.entry(walk.path(), walk.end()))) {
                    Block block =
                            new Block(walk.path(), graph.nodeType(walk.end()).label());
                    counts.computeIfAbsent(block, it -> new HashMap<>()).merge(walk.end(), 1, Integer::sum);
                }
            }
        }
        List<AttributeColumns> blocks = new ArrayList<>();
        counts.forEach((block, byNode) -> blocks.add(columns(graph, block, byNode, items.length)));
        blocks.sort(Comparator.comparing(it -> it.path() + it.label()));
        return new AttributeSpace(blocks, idf(items.length, 1));
    }

    private static AttributeColumns columns(
            RecommendationGraph graph, Block block, Map<Integer, Integer> counts, int items) {
        List<Integer> nodes = new ArrayList<>(counts.keySet());
        KeyType keyType = graph.nodeType(nodes.get(0)).keyType();
        nodes.sort((a, b) -> keyType.compare(graph.key(a), graph.key(b)));
        float[] weights = new float[nodes.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = idf(items, Objects.requireNonNull(counts.get(nodes.get(i))));
        }
        return new AttributeColumns(
                block.path(), block.label(), nodes.stream().map(graph::key).toList(), weights);
    }

    private static float idf(int items, int leadingThere) {
        return (float) Math.log(1 + (double) items / leadingThere);
    }

    /** The columns, one block after the other. */
    public List<AttributeColumns> blocks() {
        return blocks;
    }

    /** The weight of a node without a column. */
    public float weightOfUnknown() {
        return weightOfUnknown;
    }

    /** For each column, which of the blocks it belongs to. */
    public int[] blockOfColumns() {
        int[] blockOf = new int[size()];
        for (int block = 0; block < blocks.size(); block++) {
            Arrays.fill(blockOf, firsts[block], firsts[block + 1], block);
        }
        return blockOf;
    }

    /** How many columns there are. */
    public int size() {
        return firsts[blocks.size()];
    }

    /** The column of a node, or a number below 0 if it has none. */
    int column(AttributePath path, String label, Object key) {
        Integer block = blockOf.get(new Block(path, label));
        int found = block == null ? -1 : blocks.get(block).find(key);
        return found < 0 ? -1 : firsts[Objects.requireNonNull(block)] + found;
    }

    /** The weight of a column. */
    float weight(int column) {
        return weights[column];
    }

    /** A cursor over the rows of a graph's items. */
    public ItemAttributes on(RecommendationGraph graph) {
        return new ItemAttributes(this, graph);
    }
}
