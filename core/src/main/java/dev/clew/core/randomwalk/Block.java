package dev.clew.core.randomwalk;

/** Positions [from, to) of a long row that was cut into blocks of nearly the same size. */
record Block(int from, int to) {
    /** Most positions in a block; the fewest are half as many. */
    static final int MOST = 256;

    /** The block of a row that a position is in. A position drawn at random draws a block in proportion to its size. */
    static Block holding(int position, int size) {
        int blocks = (size + MOST - 1) / MOST;
        int block = (int) ((long) position * blocks / size);
        if (border(block + 1, blocks, size) <= position) {
            block++;
        }
        return new Block(border(block, blocks, size), border(block + 1, blocks, size));
    }

    private static int border(int block, int blocks, int size) {
        return (int) ((long) block * size / blocks);
    }

    int size() {
        return to - from;
    }
}
