package dev.clew.core.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A sum for each node, most of them 0. Not thread-safe.
 *
 * <p>Nodes are looked after in blocks of 64, and only blocks where something was added are ever looked through. The sums of a graph of up to
 * {@value #IN_ONE_PIECE} nodes lie in one piece, so that adding touches one line of memory and not two; those of a larger one come into being block by
 * block.
 *
 * <p>No node is noted while adding, which is what recommenders do most; {@link #list} finds the sums afterwards. Where few nodes are to be added to, it takes less
 * time to {@linkplain #expectFew say so}.
 */
public final class NodeScores {
    private static final int BLOCK_BITS = 6;

    static final int BLOCK = 1 << BLOCK_BITS;

    /** How many nodes are few, see {@link #expectFew}. */
    public static final int FEW = FewSums.MOST;

    /** Two megabytes of sums. */
    private static final int IN_ONE_PIECE = 1 << 18;

    /** Never written to. */
    private static final BitSet NOBODY = new BitSet(0);

    private final double[] @Nullable [] pages;
    /** A node's page is its number without these lowest bits. */
    private final int pageBits;

    private final boolean[] isInUse;
    private int[] inUse = new int[16];
    private int inUseCount;
    /** Pages of zeros that were in use before. */
    private double[][] spare = new double[0][];

    private int spareCount;

    private final FewSums few = new FewSums();
    /** Whether all sums are there, and no block is in use. */
    private boolean areFew;

    private int[] listed = new int[BLOCK];

    /** @param nodeCount one more than the largest node number */
    public NodeScores(int nodeCount) {
        int blocks = (int) (((long) nodeCount + BLOCK - 1) >> BLOCK_BITS);
        isInUse = new boolean[blocks];
        boolean inOnePiece = nodeCount <= IN_ONE_PIECE;
        pageBits = inOnePiece ? Integer.SIZE - 1 : BLOCK_BITS;
        pages = inOnePiece ? new double[][] {new double[blocks << BLOCK_BITS]} : new double[blocks][];
    }

    /** The largest node number that fits, and one more. */
    long capacity() {
        return (long) isInUse.length << BLOCK_BITS;
    }

    private int page(int node) {
        return node >>> pageBits;
    }

    private int slot(int node) {
        return node & ((1 << pageBits) - 1);
    }

    /**
     * From now until they are cleared, keeps the sums in a small table for as long as they are few: it costs O(nodes added to) to list, scale, show and clear
     * them, and more than without this to add. Shows in nothing else. Only for sums that are clear.
     */
    public void expectFew() {
        if (inUseCount > 0) {
            throw new IllegalStateException("Sums must be clear before few are expected.");
        }
        areFew = true;
    }

    private void addToFew(int node, double value) {
        if (!few.add(node, value)) {
            spread();
            add(node, value);
        }
    }

    /** Moves the sums out of the table: there are too many, or blocks of them are asked for. */
    private void spread() {
        areFew = false;
        for (int i = 0; i < few.count(); i++) {
            add(few.node(i), few.sum(i));
        }
        few.clear();
    }

    /** Adds to the node's sum. */
    public void add(int node, double value) {
        if (areFew) {
            addToFew(node, value);
            return;
        }
        if (!isInUse[node >> BLOCK_BITS]) {
            use(node >> BLOCK_BITS);
        }
        pages[page(node)][slot(node)] += value;
    }

    /** Adds the same to the sum of each of the nodes from one position to before another. */
    void addAll(int[] nodes, int from, int to, double value) {
        if (areFew || !isInOnePiece()) {
            for (int i = from; i < to; i++) {
                add(nodes[i], value);
            }
            return;
        }
        // In variables, so that they are not loaded again for each node.
        double[] sums = sums(0);
        boolean[] used = isInUse;
        for (int i = from; i < to; i++) {
            int node = nodes[i];
            if (!used[node >> BLOCK_BITS]) {
                use(node >> BLOCK_BITS);
            }
            sums[node] += value;
        }
    }

    /** Adds to each sum that of the other's. Cost: O(the other's {@link #reach}). */
    public void addAll(NodeScores other) {
        if (areFew) {
            spread();
        }
        for (int i = 0; i < other.few.count(); i++) {
            add(other.few.node(i), other.few.sum(i));
        }
        for (int i = 0; i < other.inUseCount; i++) {
            int block = other.inUse[i];
            if (!isInUse[block]) {
                use(block);
            }
            addAll(sums(block), start(block), other.sums(block), other.start(block));
        }
    }

    private static void addAll(double[] sums, int start, double[] others, int othersStart) {
        for (int i = 0; i < BLOCK; i++) {
            sums[start + i] += others[othersStart + i];
        }
    }

    /** The sum of the sums of the nodes from one position to before another. */
    double sumOf(int[] nodes, int from, int to) {
        double sum = 0;
        if (areFew || !isInOnePiece()) {
            for (int i = from; i < to; i++) {
                sum += get(nodes[i]);
            }
            return sum;
        }
        double[] sums = sums(0);
        for (int i = from; i < to; i++) {
            sum += sums[nodes[i]];
        }
        return sum;
    }

    private void use(int block) {
        isInUse[block] = true;
        if (inUseCount == inUse.length) {
            inUse = Arrays.copyOf(inUse, inUseCount * 2);
        }
        inUse[inUseCount++] = block;
        int page = page(block << BLOCK_BITS);
        if (pages[page] == null) {
            pages[page] = spareCount == 0 ? new double[BLOCK] : spare[--spareCount];
        }
    }

    /** For sums about to be added to these blocks. */
    void use(int[] blocks) {
        if (areFew) {
            spread();
        }
        for (int block : blocks) {
            if (!isInUse[block]) {
                use(block);
            }
        }
    }

    /** Whether the sums of several blocks may be {@linkplain #addAll(int, char[], int[], int, int, double) added to} together. */
    boolean isInOnePiece() {
        return pageBits != BLOCK_BITS;
    }

    /**
     * Adds a multiple of the sums from one position to before another.
     *
     * <p>On Java 17 each conversion from float to double waits for the one before it, which may take three times as long as all else here. The bits of a
     * float that is not below 0, moved to where a double has exponent and mantissa, are the same number times 2^-896: no conversion is needed.
     *
     * @param block the first of them is in; all blocks must be in use, and without {@link #isInOnePiece} it must be the only one
     * @param nodes the lowest bits of their numbers, all others being as those of the block
     * @param added the bits of floats that are not below 0
     */
    void addAll(int block, char[] nodes, int[] added, int from, int to, double multiple) {
        double[] sums = sums(block);
        int mask = isInOnePiece() ? Character.MAX_VALUE : BLOCK - 1;
        int offset = slot(block << BLOCK_BITS) & ~mask;
        double scaled = multiple * 0x1p896;
        for (int i = from; i < to; i++) {
            sums[offset + (nodes[i] & mask)] += scaled * Double.longBitsToDouble((long) added[i] << 29);
        }
    }

    /** Writes the nodes of a block in use whose sum is not 0, and the sums, in the form in which they are {@linkplain #addAll(int, char[], int[], int, int, double) added}. */
    void copyTo(char[] nodes, int[] copies, int from, int block) {
        double[] sums = sums(block);
        int start = start(block);
        int at = from;
        for (int slot = 0; slot < BLOCK; slot++) {
            double sum = sums[start + slot];
            if (sum < 0) {
                throw new IllegalArgumentException(
                        "The sum of node " + (block * BLOCK + slot) + " (" + sum + ") must not be below 0.");
            }
            if (sum != 0) {
                nodes[at] = (char) (block * BLOCK + slot);
                copies[at++] = Float.floatToRawIntBits((float) sum);
            }
        }
    }

    /** How many nodes of a block in use have a sum that is not 0. */
    int count(int block) {
        double[] sums = sums(block);
        int start = start(block);
        int count = 0;
        for (int slot = 0; slot < BLOCK; slot++) {
            count += sums[start + slot] == 0 ? 0 : 1;
        }
        return count;
    }

    /** Where the sums of a block in use lie: from {@link #start} on. */
    private double[] sums(int block) {
        return Objects.requireNonNull(pages[page(block << BLOCK_BITS)]);
    }

    boolean isInUse(int block) {
        return isInUse[block];
    }

    /** Where in its array the sums of a block begin. */
    private int start(int block) {
        return slot(block << BLOCK_BITS);
    }

    /** The sums as they are now. Cost: O(blocks in use * (64 + log blocks in use)). */
    public FrozenScores frozen() {
        if (areFew) {
            spread();
        }
        sortInUse();
        return new FrozenScores(this, Arrays.copyOf(inUse, inUseCount));
    }

    public double get(int node) {
        if (areFew) {
            return few.get(node);
        }
        return isInUse[node >> BLOCK_BITS] ? sums(node >> BLOCK_BITS)[slot(node)] : 0;
    }

    /** Sets the node's sum to 0 and returns what it was. */
    public double take(int node) {
        if (areFew) {
            double value = few.get(node);
            few.set(node, 0);
            return value;
        }
        if (!isInUse[node >> BLOCK_BITS]) {
            return 0;
        }
        double[] sums = sums(node >> BLOCK_BITS);
        double value = sums[slot(node)];
        sums[slot(node)] = 0;
        return value;
    }

    /** Multiplies each sum that is not 0 by the node's factor. */
    public void scale(IntToDoubleFunction factor) {
        for (int i = 0; i < few.count(); i++) {
            if (few.sum(i) != 0) {
                few.multiply(i, factor.applyAsDouble(few.node(i)));
            }
        }
        for (int i = 0; i < inUseCount; i++) {
            int block = inUse[i];
            scale(block << BLOCK_BITS, sums(block), start(block), factor);
        }
    }

    private static void scale(int firstNode, double[] sums, int start, IntToDoubleFunction factor) {
        for (int i = 0; i < BLOCK; i++) {
            if (sums[start + i] != 0) {
                sums[start + i] *= factor.applyAsDouble(firstNode + i);
            }
        }
    }

    /** Is shown nodes and their sums. */
    @FunctionalInterface
    public interface Visitor {
        /** Returns the least sum that is of interest from now on. */
        double visit(int node, double sum);
    }

    /** Is shown nodes and two sums of each. */
    @FunctionalInterface
    public interface PairVisitor {
        /** Returns the least sum of both that is of interest from now on. */
        double visit(int node, double here, double there);
    }

    /** Shows the nodes whose sum is at least the bar, which may rise while they are shown, in no particular order. */
    public void visitFrom(double bar, Visitor visitor) {
        visitFrom(bar, NOBODY, visitor);
    }

    /** The same without some nodes: quicker than showing them, where they are most of those there are. */
    public void visitFrom(double bar, BitSet except, Visitor visitor) {
        long[] skipped = except.toLongArray();
        double least = bar;
        for (int i = 0; i < few.count(); i++) {
            if (few.sum(i) >= least && !except.get(few.node(i))) {
                least = visitor.visit(few.node(i), few.sum(i));
            }
        }
        for (int i = 0; i < inUseCount; i++) {
            int block = inUse[i];
            least = visitFrom(least, block, sums(block), start(block), skipped, visitor);
        }
    }

    private static double visitFrom(double bar, int block, double[] sums, int start, long[] skipped, Visitor visitor) {
        double least = bar;
        int end = start + BLOCK;
        long skip = ofBlock(skipped, block);
        for (int at = next(sums, start, end, least); at < end; at = next(sums, at + 1, end, least)) {
            if ((skip >>> at & 1) == 0) {
                least = visitor.visit((block << BLOCK_BITS) + at - start, sums[at]);
            }
        }
        return least;
    }

    /** The bits of a block's nodes: a block has as many as a word, and begins with one. */
    private static long ofBlock(long[] bits, int block) {
        return block < bits.length ? bits[block] : 0;
    }

    /** The first place in [from, end) whose sum is at least the bar, else the end. A loop without calls, which Java makes fast. */
    private static int next(double[] sums, int from, int end, double bar) {
        int at = from;
        while (at < end && !(sums[at] >= bar)) {
            at++;
        }
        return at;
    }

    /** Shows the nodes whose sum here and so many times their sum there make at least the bar, which is above 0; otherwise as the visit of one. */
    public void visitFrom(double bar, NodeScores other, double times, BitSet except, PairVisitor visitor) {
        visitFrom(bar, other, node -> times, except, visitor);
    }

    /**
     * The same with a multiple that depends on the block a node is in; no sum there may be below 0.
     *
     * @param timesFrom the multiple, at least 0, for the block that begins with a node
     */
    public void visitFrom(
            double bar, NodeScores other, IntToDoubleFunction timesFrom, BitSet except, PairVisitor visitor) {
        if (other.areFew) {
            other.spread();
        }
        long[] skipped = except.toLongArray();
        double least = bar;
        double mostTimes = 0;
        for (int i = 0; i < other.inUseCount; i++) {
            int block = other.inUse[i];
            double times = timesFrom.applyAsDouble(block << BLOCK_BITS);
            mostTimes = Math.max(mostTimes, times);
            least = isInUse[block]
                    ? visitFrom(
                            least,
                            block,
                            sums(block),
                            start(block),
                            other.sums(block),
                            other.start(block),
                            times,
                            skipped,
                            visitor)
                    : visitThere(least, block, other, times, skipped, visitor);
        }
        for (int i = 0; i < few.count(); i++) {
            int node = few.node(i);
            double there = other.get(node);
            if (few.sum(i) + mostTimes * there >= least
                    && few.sum(i) + timesFrom.applyAsDouble(node & -BLOCK) * there >= least
                    && !except.get(node)) {
                least = visitor.visit(node, few.sum(i), there);
            }
        }
        for (int i = 0; i < inUseCount; i++) {
            int block = inUse[i];
            if (!other.isInUse[block]) {
                least = visitFrom(
                        least, block, sums(block), start(block), skipped, (node, sum) -> visitor.visit(node, sum, 0));
            }
        }
    }

    /** A block of the other's of which no node has a sum here but among the few, which are shown later. */
    private double visitThere(
            double bar, int block, NodeScores other, double times, long[] skipped, PairVisitor visitor) {
        double least = bar;
        double[] others = other.sums(block);
        int start = other.start(block);
        int end = start + BLOCK;
        long skip = ofBlock(skipped, block);
        for (int at = next(others, start, end, times, least); at < end; at = next(others, at + 1, end, times, least)) {
            int node = (block << BLOCK_BITS) + at - start;
            if ((skip >>> at & 1) == 0 && !few.has(node)) {
                least = visitor.visit(node, 0, others[at]);
            }
        }
        return least;
    }

    /** The same for so many times the sums. */
    private static int next(double[] sums, int from, int end, double times, double bar) {
        int at = from;
        while (at < end && !(times * sums[at] >= bar)) {
            at++;
        }
        return at;
    }

    private static double visitFrom(
            double bar,
            int block,
            double[] sums,
            int start,
            double[] others,
            int othersStart,
            double times,
            long[] skipped,
            PairVisitor visitor) {
        double least = bar;
        int end = start + BLOCK;
        int shift = othersStart - start;
        long skip = ofBlock(skipped, block);
        for (int at = next(sums, start, end, others, shift, times, least);
                at < end;
                at = next(sums, at + 1, end, others, shift, times, least)) {
            if ((skip >>> at & 1) == 0) {
                least = visitor.visit((block << BLOCK_BITS) + at - start, sums[at], others[at + shift]);
            }
        }
        return least;
    }

    /** The same for sums here and so many times those that lie so much further on there. */
    private static int next(double[] sums, int from, int end, double[] others, int shift, double times, double bar) {
        int at = from;
        while (at < end && !(sums[at] + times * others[at + shift] >= bar)) {
            at++;
        }
        return at;
    }

    /** The largest sum, at least 0. */
    public double largest() {
        double[] largest = {0};
        visitFrom(Double.MIN_VALUE, (node, sum) -> largest[0] = sum);
        return largest[0];
    }

    /** At most so many sums are not 0. */
    public long reach() {
        return areFew ? few.count() : (long) inUseCount << BLOCK_BITS;
    }

    /** Forgets every sum and keeps the memory. Cost: O(blocks in use). */
    public void clear() {
        if (areFew) {
            few.clear();
            areFew = false;
        }
        for (int i = 0; i < inUseCount; i++) {
            int block = inUse[i];
            isInUse[block] = false;
            Arrays.fill(sums(block), start(block), start(block) + BLOCK, 0);
            if (!isInOnePiece()) {
                spare(block);
            }
        }
        inUseCount = 0;
    }

    private void spare(int block) {
        if (spareCount == spare.length) {
            spare = Arrays.copyOf(spare, Math.max(inUseCount, 2 * spareCount));
        }
        spare[spareCount++] = sums(block);
        pages[block] = null;
    }

    /**
     * Lists the nodes whose sum is not 0, ascending. Cost: O(blocks in use * (64 + log blocks in use)).
     *
     * @return how many there are, for {@link #listed}
     */
    public int list() {
        return areFew ? listFew() : listAll();
    }

    private int listFew() {
        int count = 0;
        listed = few.count() > listed.length ? new int[2 * few.count()] : listed;
        for (int i = 0; i < few.count(); i++) {
            listed[count] = few.node(i);
            count += few.sum(i) == 0 ? 0 : 1;
        }
        Arrays.sort(listed, 0, count);
        return count;
    }

    private int listAll() {
        sortInUse();
        int count = 0;
        for (int i = 0; i < inUseCount; i++) {
            if (count + BLOCK > listed.length) {
                listed = Arrays.copyOf(listed, Math.max(listed.length * 2, count + BLOCK));
            }
            count = list(inUse[i], count);
        }
        return count;
    }

    /** Ascending. Where many are in use, going through all is quicker than sorting. */
    private void sortInUse() {
        if (inUseCount < isInUse.length >> 4) {
            Arrays.sort(inUse, 0, inUseCount);
            return;
        }
        int count = 0;
        for (int block = 0; count < inUseCount; block++) {
            if (isInUse[block]) {
                inUse[count++] = block;
            }
        }
    }

    private int list(int block, int count) {
        double[] sums = sums(block);
        int start = start(block);
        int at = count;
        for (int i = 0; i < BLOCK; i++) {
            // Written always and counted where it holds: cheaper than a branch that half of the nodes take.
            listed[at] = (block << BLOCK_BITS) + i;
            at += sums[start + i] == 0 ? 0 : 1;
        }
        return at;
    }

    /** The i-th node of the last {@link #list}. */
    public int listed(int i) {
        return listed[i];
    }
}
