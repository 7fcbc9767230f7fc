package dev.clew.gnn.matrix;

import java.util.Arrays;

/** A matrix of floats that keeps only the entries that are not 0, as compressed sparse rows. Immutable. */
public final class SparseMatrix {
    /** Rows of a task: small enough that two threads end together when some rows are long. */
    private static final int BLOCK = 128;

    private final int rows;
    private final int columns;
    private final int[] starts;
    private final int[] columnOf;
    private final float[] values;

    /**
     * @param starts where each row starts, and after the last one the number of entries; kept, not copied
     * @param columnOf the column of each entry, in [0, columns); kept, not copied
     * @param values the entries; kept, not copied
     */
    public SparseMatrix(int rows, int columns, int[] starts, int[] columnOf, float[] values) {
        if (starts.length != rows + 1 || starts[rows] != columnOf.length || columnOf.length != values.length) {
            throw new IllegalArgumentException("The arrays do not make " + rows + " sparse rows.");
        }
        this.rows = rows;
        this.columns = columns;
        this.starts = starts;
        this.columnOf = columnOf;
        this.values = values;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** How many entries there are. */
    public int entries() {
        return values.length;
    }

    /** Where the row's entries start. */
    public int start(int row) {
        return starts[row];
    }

    public int end(int row) {
        return starts[row + 1];
    }

    public int column(int entry) {
        return columnOf[entry];
    }

    public float value(int entry) {
        return values[entry];
    }

    /** Whether the row has an entry in the column. */
    public boolean has(int row, int column) {
        return Arrays.binarySearch(columnOf, start(row), end(row), column) >= 0;
    }

    /** Rows and columns swapped; entries of a row are in ascending order of the column. */
    public SparseMatrix transposed() {
        int[] starts = new int[columns + 1];
        for (int column : columnOf) {
            starts[column + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] rowOf = new int[entries()];
        float[] swapped = new float[entries()];
        for (int row = 0; row < rows; row++) {
            for (int entry = start(row); entry < end(row); entry++) {
                int at = next[columnOf[entry]]++;
                rowOf[at] = row;
                swapped[at] = values[entry];
            }
        }
        return new SparseMatrix(columns, rows, starts, rowOf, swapped);
    }

    /** Each entry multiplied by its row's and its column's factor. */
    public SparseMatrix scaled(double[] rowFactors, double[] columnFactors) {
        float[] scaled = new float[entries()];
        for (int row = 0; row < rows; row++) {
            for (int entry = start(row); entry < end(row); entry++) {
                scaled[entry] = (float) (values[entry] * rowFactors[row] * columnFactors[columnOf[entry]]);
            }
        }
        return new SparseMatrix(rows, columns, starts, columnOf, scaled);
    }

    /** Each row divided by its length; an empty row stays empty. */
    public SparseMatrix withUnitRows() {
        double[] factors = new double[rows];
        for (int row = 0; row < rows; row++) {
            double squares = 0;
            for (int entry = start(row); entry < end(row); entry++) {
                squares += (double) values[entry] * values[entry];
            }
            factors[row] = squares == 0 ? 0 : 1 / Math.sqrt(squares);
        }
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return scaled(factors, ones);
    }

    /** Some rows, in this order, as a matrix of their own. */
    public SparseMatrix rows(int[] chosen) {
        int[] starts = new int[chosen.length + 1];
        for (int i = 0; i < chosen.length; i++) {
            starts[i + 1] = starts[i] + end(chosen[i]) - start(chosen[i]);
        }
        int[] columnOf = new int[starts[chosen.length]];
        float[] values = new float[columnOf.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(this.columnOf, start(chosen[i]), columnOf, starts[i], starts[i + 1] - starts[i]);
            System.arraycopy(this.values, start(chosen[i]), values, starts[i], starts[i + 1] - starts[i]);
        }
        return new SparseMatrix(chosen.length, columns, starts, columnOf, values);
    }

    /** The same entries with other values. */
    public SparseMatrix withValues(float[] others) {
        return new SparseMatrix(rows, columns, starts, columnOf, others);
    }

    /** These rows and then the other's, which has as many columns. */
    public SparseMatrix above(SparseMatrix other) {
        if (columns != other.columns) {
            throw new IllegalArgumentException(
                    "Rows of " + columns + " columns do not go above rows of " + other.columns + " columns.");
        }
        int[] starts = Arrays.copyOf(this.starts, rows + other.rows + 1);
        for (int row = 0; row <= other.rows; row++) {
            starts[rows + row] = entries() + other.starts[row];
        }
        int[] columnOf = Arrays.copyOf(this.columnOf, entries() + other.entries());
        System.arraycopy(other.columnOf, 0, columnOf, entries(), other.entries());
        float[] values = Arrays.copyOf(this.values, columnOf.length);
        System.arraycopy(other.values, 0, values, entries(), other.entries());
        return new SparseMatrix(rows + other.rows, columns, starts, columnOf, values);
    }

    /** The sum of each row's entries. */
    public double[] rowSums() {
        double[] sums = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int entry = start(row); entry < end(row); entry++) {
                sums[row] += values[entry];
            }
        }
        return sums;
    }

    /** The sum of each column's entries. */
    public double[] columnSums() {
        double[] sums = new double[columns];
        for (int entry = 0; entry < entries(); entry++) {
            sums[columnOf[entry]] += values[entry];
        }
        return sums;
    }

    /**
     * This matrix times a dense one: 2 * entries * dense columns operations.
     *
     * @return shape [rows, dense columns]
     */
    public DenseMatrix times(DenseMatrix dense, Workers workers) {
        if (columns != dense.rows()) {
            throw new IllegalArgumentException(
                    "A sparse matrix of " + columns + " columns cannot be multiplied by " + dense.rows() + " rows.");
        }
        DenseMatrix product = new DenseMatrix(rows, dense.columns());
        workers.run((rows + BLOCK - 1) / BLOCK, task -> {
            int to = Math.min(rows, (task + 1) * BLOCK);
            for (int row = task * BLOCK; row < to; row++) {
                sumRow(row, dense, product);
            }
        });
        return product;
    }

    private void sumRow(int row, DenseMatrix dense, DenseMatrix product) {
        int n = dense.columns();
        float[] in = dense.values();
        float[] out = product.values();
        int entry = start(row);
        for (; entry + 3 < end(row); entry += 4) {
            Kernels.addFour(
                    out,
                    row * n,
                    in,
                    columnOf[entry] * n,
                    columnOf[entry + 1] * n,
                    columnOf[entry + 2] * n,
                    columnOf[entry + 3] * n,
                    n,
                    values[entry],
                    values[entry + 1],
                    values[entry + 2],
                    values[entry + 3]);
        }
        for (; entry < end(row); entry++) {
            Kernels.addOne(out, row * n, in, columnOf[entry] * n, n, values[entry]);
        }
    }
}
