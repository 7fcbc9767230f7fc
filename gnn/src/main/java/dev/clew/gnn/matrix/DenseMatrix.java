package dev.clew.gnn.matrix;

import java.util.random.RandomGeneratorFactory;

/**
 * A matrix of floats, row-major in one array.
 *
 * <p>Its products go block by block through the cache; each block of a result is one thread's, summed in a fixed order.
 */
public final class DenseMatrix {
    /** Rows of a block of a result, and rows of the panel that is multiplied at a time: with 600 columns, 150 kB each. */
    private static final int BLOCK = 64;
    /** Rows after which sums in single precision are handed on to sums in double precision. */
    private static final int CHUNK = 2048;

    private final int rows;
    private final int columns;
    private final float[] values;

    public DenseMatrix(int rows, int columns) {
        this(rows, columns, new float[checkedSize(rows, columns)]);
    }

    /** @param values row-major; kept, not copied */
    public DenseMatrix(int rows, int columns, float[] values) {
        if (values.length != checkedSize(rows, columns)) {
            throw new IllegalArgumentException(
                    "A " + rows + " x " + columns + " matrix has not " + values.length + " values.");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    private static int checkedSize(int rows, int columns) {
        if ((long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A " + rows + " x " + columns
                    + " matrix has more values than a Java array. Use a smaller dimension.");
        }
        return rows * columns;
    }

    /** Independent draws from the standard normal distribution; the same for a seed on any number of threads. */
    public static DenseMatrix gaussian(int rows, int columns, long seed, Workers workers) {
        DenseMatrix drawn = new DenseMatrix(rows, columns);
        int block = 1024;
        workers.run((rows + block - 1) / block, task -> {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 0x9E3779B97F4A7C15L * task);
            int end = Math.min(rows, (task + 1) * block) * columns;
            for (int i = task * block * columns; i < end; i++) {
                drawn.values[i] = (float) random.nextGaussian();
            }
        });
        return drawn;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public float get(int row, int column) {
        return values[row * columns + column];
    }

    public void set(int row, int column, float value) {
        values[row * columns + column] = value;
    }

    /** The array itself, row-major: who changes it changes the matrix. */
    public float[] values() {
        return values;
    }

    /** Some rows, in this order, as a matrix of their own. */
    public DenseMatrix rows(int[] chosen) {
        DenseMatrix copy = new DenseMatrix(chosen.length, columns);
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * columns, copy.values, i * columns, columns);
        }
        return copy;
    }

    /** Rows and columns swapped. */
    public DenseMatrix transposed(Workers workers) {
        DenseMatrix swapped = new DenseMatrix(columns, rows);
        workers.run((rows + BLOCK - 1) / BLOCK, task -> {
            int to = Math.min(rows, (task + 1) * BLOCK);
            for (int column = 0; column < columns; column++) {
                for (int row = task * BLOCK; row < to; row++) {
                    swapped.values[column * rows + row] = values[row * columns + column];
                }
            }
        });
        return swapped;
    }

    /** Adds a multiple of a matrix of the same shape. */
    public void add(DenseMatrix other, float factor) {
        if (other.rows != rows || other.columns != columns) {
            throw new IllegalArgumentException("A " + other.rows + " x " + other.columns
                    + " matrix cannot be added to a " + rows + " x " + columns + " matrix.");
        }
        Kernels.addOne(values, 0, other.values, 0, values.length, factor);
    }

    /** Adds a multiple of a row of another matrix with as many columns to a row of this one. */
    public void addRow(int row, DenseMatrix other, int otherRow, float factor) {
        Kernels.addOne(values, row * columns, other.values, otherRow * columns, columns, factor);
    }

    /** The product of a row and a row of another matrix with as many columns. */
    public float rowProduct(int row, DenseMatrix other, int otherRow) {
        int a = row * columns;
        int b = otherRow * columns;
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            s0 += values[a + j] * other.values[b + j];
            s1 += values[a + j + 1] * other.values[b + j + 1];
            s2 += values[a + j + 2] * other.values[b + j + 2];
            s3 += values[a + j + 3] * other.values[b + j + 3];
        }
        for (; j < columns; j++) {
            s0 += values[a + j] * other.values[b + j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** This matrix times another: 2 * rows * columns * other columns operations. */
    public DenseMatrix times(DenseMatrix other, Workers workers) {
        return times(other, false, workers);
    }

    /** This matrix times one that has zeros below its diagonal: half the operations of {@link #times}. */
    public DenseMatrix timesUpperTriangle(DenseMatrix other, Workers workers) {
        return times(other, true, workers);
    }

    private DenseMatrix times(DenseMatrix other, boolean upper, Workers workers) {
        if (columns != other.rows) {
            throw new IllegalArgumentException("A " + rows + " x " + columns + " matrix cannot be multiplied by a "
                    + other.rows + " x " + other.columns + " matrix.");
        }
        DenseMatrix product = new DenseMatrix(rows, other.columns);
        workers.run((rows + BLOCK - 1) / BLOCK, task -> {
            int from = task * BLOCK;
            int to = Math.min(rows, from + BLOCK);
            for (int panel = 0; panel < columns; panel += BLOCK) {
                int skipped = upper ? panel : 0;
                addPanel(other, product, from, to, panel, Math.min(columns, panel + BLOCK), skipped);
            }
        });
        return product;
    }

    /** Adds columns [k0, k1) of rows [from, to) times these rows of the other, from a column of the result on. */
    private void addPanel(DenseMatrix other, DenseMatrix product, int from, int to, int k0, int k1, int firstColumn) {
        int n = other.columns - firstColumn;
        if (n <= 0) {
            return;
        }
        int row = from;
        for (; row + 3 < to; row += 4) {
            int k = k0;
            for (; k + 3 < k1; k += 4) {
                Kernels.fourByFour(
                        product.values,
                        row * other.columns + firstColumn,
                        other.columns,
                        other.values,
                        k * other.columns + firstColumn,
                        other.columns,
                        n,
                        values,
                        row * columns + k,
                        columns,
                        1);
            }
            addRows(other, product, row, row + 4, k, k1, firstColumn, n);
        }
        addRows(other, product, row, to, k0, k1, firstColumn, n);
    }

    private void addRows(
            DenseMatrix other, DenseMatrix product, int from, int to, int k0, int k1, int firstColumn, int n) {
        for (int row = from; row < to; row++) {
            for (int k = k0; k < k1; k++) {
                Kernels.addOne(
                        product.values,
                        row * other.columns + firstColumn,
                        other.values,
                        k * other.columns + firstColumn,
                        n,
                        values[row * columns + k]);
            }
        }
    }

    /**
     * The products of all pairs of columns, {@code this^T . this}.
     *
     * @return shape [columns, columns], row-major, symmetric
     */
    public double[] gram(Workers workers) {
        double[] gram = new double[checkedSize(columns, columns)];
        workers.run((columns + BLOCK - 1) / BLOCK, task -> gramBlock(task * BLOCK, gram));
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < i; j++) {
                gram[i * columns + j] = gram[j * columns + i];
            }
        }
        return gram;
    }

    /** Rows [first, first + BLOCK) of the Gram matrix from their block's diagonal on. */
    private void gramBlock(int first, double[] gram) {
        int height = Math.min(BLOCK, columns - first);
        int width = columns - first;
        float[] sums = new float[height * width];
        for (int from = 0; from < rows; from += CHUNK) {
            java.util.Arrays.fill(sums, 0);
            addOuterProducts(first, height, width, from, Math.min(rows, from + CHUNK), sums);
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    gram[(first + i) * columns + first + j] += sums[i * width + j];
                }
            }
        }
    }

    private void addOuterProducts(int first, int height, int width, int from, int to, float[] sums) {
        int row = from;
        for (; row + 3 < to; row += 4) {
            int at = row * columns + first;
            int i = 0;
            for (; i + 3 < height; i += 4) {
                Kernels.fourByFour(sums, i * width, width, values, at, columns, width, values, at + i, 1, columns);
            }
            for (; i < height; i++) {
                Kernels.addFour(
                        sums,
                        i * width,
                        values,
                        at,
                        at + columns,
                        at + 2 * columns,
                        at + 3 * columns,
                        width,
                        values[at + i],
                        values[at + columns + i],
                        values[at + 2 * columns + i],
                        values[at + 3 * columns + i]);
            }
        }
        for (; row < to; row++) {
            for (int i = 0; i < height; i++) {
                int at = row * columns + first;
                Kernels.addOne(sums, i * width, values, at, width, values[at + i]);
            }
        }
    }
}
