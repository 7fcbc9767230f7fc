package dev.clew.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * A cursor over one node's row: a flyweight over the graph's arrays, so that walking allocates nothing. Not for sharing between
 * threads; rows are sorted by neighbour, then relationship id.
 */
public final class Neighbours {
    private final Rows rows;
    private int size;
    private double weightSum;
    private float maxWeight;
    /** The row where it lies in blocks; null where it lies in one piece. */
    private @Nullable Row row;
    /** Edges [start, end) of the row are at the positions from {@code shift + start} on. */
    private EdgeArrays edges;

    private int start;
    private int end;
    private int shift;

    Neighbours(Rows rows) {
        this.rows = rows;
        this.edges = EdgeArrays.EMPTY;
    }

    /** Moves to a node's row and returns this. A node without neighbours has an empty row. */
    public Neighbours at(int node) {
        rows.moveTo(node, this);
        return this;
    }

    /** The sum of the weights of a node's row, without moving there: for passes over many nodes that need no more than this. */
    public double weightSum(int node) {
        return rows.weightSum(node);
    }

    /** The size of a node's row, without moving there. */
    public int size(int node) {
        return rows.size(node);
    }

    /** No row of a node in the same block of {@link NodeScores}, if it has anything in it, has a {@link #weightSum} below this; wherever the cursor stands. */
    public double leastWeightSum(int node) {
        return rows.leastWeightSum(node);
    }

    /** Whether a commit has changed a row since the rows were built: then more nodes than {@link RecommendationGraph#rowKinds} tells may have one. */
    public boolean hasChanges() {
        return rows.changedRows() > 0;
    }

    /**
     * Brings a node's row into the processor's cache. Asked for a few rows in a row, the memory fetches them together, where walking
     * them one by one would wait for each.
     *
     * @return a number without meaning, to be kept somewhere so that the reading is not optimised away
     */
    public int touch(int node) {
        return rows.touch(node);
    }

    /** Stands at a row in one piece. */
    void set(EdgeArrays edges, int from, int to, double weightSum, float maxWeight) {
        this.row = null;
        this.size = to - from;
        this.weightSum = weightSum;
        this.maxWeight = maxWeight;
        setBlock(edges, from, 0, size);
    }

    /** Stands at a row in blocks, none of them looked at yet. */
    void set(Row row, int size, double weightSum, float maxWeight) {
        this.row = row;
        this.size = size;
        this.weightSum = weightSum;
        this.maxWeight = maxWeight;
        setBlock(EdgeArrays.EMPTY, 0, 0, 0);
    }

    /** Looks at edges [start, end) of the row, which are at position {@code from} and on. */
    void setBlock(EdgeArrays edges, int from, int start, int end) {
        this.edges = edges;
        this.start = start;
        this.end = end;
        this.shift = from - start;
    }

    private int position(int i) {
        if (i < start || i >= end) {
            seek(i);
        }
        return shift + i;
    }

    private void seek(int i) {
        if (row == null || i < 0 || i >= size) {
            throw new IndexOutOfBoundsException(i);
        }
        row.seek(i, this);
    }

    /** Neighbours in the row; a pair connected twice counts twice. */
    public int size() {
        return size;
    }

    /** The sum of the row's weights: its weighted degree. */
    public double weightSum() {
        return weightSum;
    }

    /** The largest of the row's weights; of no account where the row is empty. */
    public float maxWeight() {
        return maxWeight;
    }

    public int node(int i) {
        int position = position(i);
        return edges.nodes[position];
    }

    public float weight(int i) {
        int position = position(i);
        return edges.weight(position);
    }

    /** When it happened, in milliseconds since 1970 to the second, or 0 if that is not known. */
    public long timeMillis(int i) {
        int position = position(i);
        return Integer.toUnsignedLong(edges.timeSeconds(position)) * 1000;
    }

    public long relationshipId(int i) {
        int position = position(i);
        return edges.relationshipId(position);
    }

    /**
     * Adds {@code share} times its weight to the sum of each neighbour from one position to before another: the inner loop of every walk.
     */
    public void addTo(NodeScores sums, double share, int from, int to) {
        int i = from;
        while (i < to) {
            int first = position(i);
            int last = first + Math.min(to, end) - i;
            addBlock(sums, share, first, last);
            i += last - first;
        }
    }

    private void addBlock(NodeScores sums, double share, int first, int last) {
        int[] nodes = edges.nodes;
        Weights weights = edges.weights;
        if (weights == null) {
            sums.addAll(nodes, first, last, share);
        } else {
            for (int position = first; position < last; position++) {
                sums.add(nodes[position], share * weights.get(edges.detail(position)));
            }
        }
    }

    /** The sum of weight times value over the neighbours from one position to before another: {@link #addTo} seen from its other end. */
    public double sumOf(NodeScores values, int from, int to) {
        double sum = 0;
        int i = from;
        while (i < to) {
            int first = position(i);
            int last = first + Math.min(to, end) - i;
            sum += sumOfBlock(values, first, last);
            i += last - first;
        }
        return sum;
    }

    private double sumOfBlock(NodeScores values, int first, int last) {
        int[] nodes = edges.nodes;
        Weights weights = edges.weights;
        if (weights == null) {
            return values.sumOf(nodes, first, last);
        }
        double sum = 0;
        for (int position = first; position < last; position++) {
            sum += weights.get(edges.detail(position)) * values.get(nodes[position]);
        }
        return sum;
    }

    /** The first position from there on whose neighbour the filter may have; {@link #size()} if there is none. */
    public int next(NodeFilter filter, int from) {
        int i = from;
        while (i < size) {
            int first = position(i);
            int last = first + end - i;
            int found = next(filter, first, last);
            i += found - first;
            if (found < last) {
                return i;
            }
        }
        return size;
    }

    private int next(NodeFilter filter, int first, int last) {
        int[] nodes = edges.nodes;
        int position = first;
        while (position < last && !filter.mayHave(nodes[position])) {
            position++;
        }
        return position;
    }

    /** Adds the neighbours to a set. */
    public void addTo(NodeSet set) {
        for (int i = 0; i < size; i++) {
            set.add(node(i));
        }
    }

    /** Takes the neighbours out of a set. */
    public void removeFrom(NodeSet set) {
        for (int i = 0; i < size; i++) {
            set.remove(node(i));
        }
    }

    /** How many nodes of the set are among the neighbours. */
    public int count(NodeSet set) {
        int count = 0;
        int before = RecommendationGraph.NO_NODE;
        int i = 0;
        while (i < size) {
            int first = position(i);
            int last = first + end - i;
            count += count(set, first, last, before);
            before = edges.nodes[last - 1];
            i += last - first;
        }
        return count;
    }

    private int count(NodeSet set, int first, int last, int before) {
        int[] nodes = edges.nodes;
        int count = 0;
        int previous = before;
        for (int position = first; position < last; position++) {
            int node = nodes[position];
            count += node == previous ? 0 : set.bit(node);
            previous = node;
        }
        return count;
    }

    /** The first position whose neighbour is at least {@code node}; {@link #size()} if there is none. Cost: O(log size). */
    public int lowerBound(int node) {
        return lowerBound(node, 0, size);
    }

    /** The first position in [from, to) whose neighbour is at least {@code node}; {@code to} if there is none. */
    public int lowerBound(int node, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (node(middle) < node) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
