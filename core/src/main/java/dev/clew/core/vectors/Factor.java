package dev.clew.core.vectors;

import java.nio.FloatBuffer;

/**
 * One side of a factored kernel: a vector for each row, kept as a common matrix and a scale a row. Both sides of a spectral kernel are the
 * same matrix under different scales, and share the array.
 */
public final class Factor {
    private final float[] values;
    private final float[] scales;
    private final int dimension;

    /**
     * @param values shape [rows, dimension], row-major; kept, not copied: not to be changed any more
     * @param scales one for each row, finite and at least 0; kept likewise
     * @throws IllegalArgumentException if the shapes do not fit or a scale is out of range
     */
    public Factor(float[] values, float[] scales, int dimension) {
        if (dimension < 1 || (long) scales.length * dimension != values.length) {
            throw new IllegalArgumentException("dimension (" + dimension + ") times rows (" + scales.length
                    + ") must be the number of values (" + values.length + ").");
        }
        for (float scale : scales) {
            if (!(scale >= 0 && scale < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("scale (" + scale + ") must be finite and at least 0.");
            }
        }
        this.values = values;
        this.scales = scales;
        this.dimension = dimension;
    }

    public int rows() {
        return scales.length;
    }

    public int dimension() {
        return dimension;
    }

    /** What row's vector is multiplied by; the other methods but {@link #scaled} and {@link #norm} leave it out. */
    public float scale(int row) {
        return scales[row];
    }

    /** One entry of the row's vector, scale left out. */
    public float value(int row, int column) {
        return values[row * dimension + column];
    }

    /** One entry of the row's vector, scale included. */
    public float scaled(int row, int column) {
        return scales[row] * values[row * dimension + column];
    }

    /** All entries, row-major, scales left out: to be read only. */
    public FloatBuffer values() {
        return FloatBuffer.wrap(values).asReadOnlyBuffer();
    }

    /** Whether both stand on the same array. */
    public boolean sharesValuesWith(Factor other) {
        return values == other.values;
    }

    /** The length of the row's vector, scale included. */
    public double norm(int row) {
        return scales[row] * Math.sqrt(squares(row, 0, dimension));
    }

    /** The sum of the squares of the row's entries in some columns. Four sums, since one would wait for itself. */
    double squares(int row, int fromColumn, int toColumn) {
        int to = row * dimension + toColumn;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = row * dimension + fromColumn;
        for (; i + 3 < to; i += 4) {
            s0 += (double) values[i] * values[i];
            s1 += (double) values[i + 1] * values[i + 1];
            s2 += (double) values[i + 2] * values[i + 2];
            s3 += (double) values[i + 3] * values[i + 3];
        }
        for (; i < to; i++) {
            s0 += (double) values[i] * values[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Adds a multiple of the row to sums of its dimension. */
    void addTo(double[] sums, int row, double multiple) {
        int from = row * dimension;
        for (int i = 0; i < dimension; i++) {
            sums[i] += multiple * values[from + i];
        }
    }

    /** The row's product with a vector. Four sums, since one would wait for itself. */
    double dot(int row, double[] vector) {
        int from = row * dimension;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < dimension; i += 4) {
            s0 += vector[i] * values[from + i];
            s1 += vector[i + 1] * values[from + i + 1];
            s2 += vector[i + 2] * values[from + i + 2];
            s3 += vector[i + 3] * values[from + i + 3];
        }
        for (; i < dimension; i++) {
            s0 += vector[i] * values[from + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** The product over some columns, in single precision: half the time and a part of the precision of {@link #dot(int, double[])}. */
    float roughDot(int row, float[] vector, int fromColumn, int toColumn) {
        int from = row * dimension;
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = fromColumn;
        for (; i + 3 < toColumn; i += 4) {
            s0 += vector[i] * values[from + i];
            s1 += vector[i + 1] * values[from + i + 1];
            s2 += vector[i + 2] * values[from + i + 2];
            s3 += vector[i + 3] * values[from + i + 3];
        }
        for (; i < toColumn; i++) {
            s0 += vector[i] * values[from + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    long memoryBytes() {
        return Float.BYTES * ((long) values.length + scales.length);
    }
}
