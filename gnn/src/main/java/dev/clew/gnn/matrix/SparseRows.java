package dev.clew.gnn.matrix;

import java.util.Arrays;

/** Collects a {@link SparseMatrix} row by row; entries of one row and column are summed. */
public final class SparseRows {
    private final double[] sums;
    private final int[] touched;
    private int touchedCount;
    private int[] starts = new int[64];
    private int rows;
    private int[] columnOf = new int[1024];
    private float[] values = new float[1024];
    private int entries;

    public SparseRows(int columns) {
        sums = new double[columns];
        touched = new int[columns];
    }

    /** Adds to an entry of the row being collected. A value of 0 adds nothing. */
    public void add(int column, double value) {
        if (value == 0) {
            return;
        }
        if (sums[column] == 0) {
            touched[touchedCount++] = column;
        }
        sums[column] += value;
    }

    /** Ends the row; what is added next is the next row's. */
    public void endRow() {
        Arrays.sort(touched, 0, touchedCount);
        if (entries + touchedCount > columnOf.length) {
            int size = Math.max(entries + touchedCount, entries + (entries >> 1));
            columnOf = Arrays.copyOf(columnOf, size);
            values = Arrays.copyOf(values, size);
        }
        for (int i = 0; i < touchedCount; i++) {
            columnOf[entries] = touched[i];
            values[entries++] = (float) sums[touched[i]];
            sums[touched[i]] = 0;
        }
        touchedCount = 0;
        if (++rows == starts.length) {
            starts = Arrays.copyOf(starts, rows * 2);
        }
        starts[rows] = entries;
    }

    /** The rows ended so far. */
    public SparseMatrix build() {
        return new SparseMatrix(
                rows,
                sums.length,
                Arrays.copyOf(starts, rows + 1),
                Arrays.copyOf(columnOf, entries),
                Arrays.copyOf(values, entries));
    }
}
