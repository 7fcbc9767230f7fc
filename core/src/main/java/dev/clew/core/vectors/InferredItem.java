package dev.clew.core.vectors;

import java.util.Arrays;

/** An item whose vector comes from its attributes: the vector, and the row of attributes that it is made of. Immutable. */
final class InferredItem {
    /** Columns multiplied before it is decided whether the others need be: in a decomposition the first carry most. */
    static final int HEAD = 64;

    final int node;
    private final int[] columns;
    private final double[] values;
    private final float[] vector;
    private final double length;
    private final double tailLength;

    private InferredItem(int node, int[] columns, double[] values, float[] vector) {
        this.node = node;
        this.columns = columns;
        this.values = values;
        this.vector = vector;
        this.length = length(vector, 0);
        this.tailLength = length(vector, HEAD);
    }

    private static double length(float[] vector, int from) {
        double squares = 0;
        for (int j = from; j < vector.length; j++) {
            squares += (double) vector[j] * vector[j];
        }
        return Math.sqrt(squares);
    }

    /** The item that the cursor stands at. */
    static InferredItem of(int node, ItemAttributes at, AttributeEncoder encoder) {
        int[] columns = new int[at.size()];
        double[] values = new double[at.size()];
        int count = 0;
        for (int i = 0; i < at.size(); i++) {
            if (count == 0 || columns[count - 1] != at.column(i)) {
                columns[count++] = at.column(i);
            }
            values[count - 1] += at.value(i);
        }
        return new InferredItem(node, Arrays.copyOf(columns, count), Arrays.copyOf(values, count), encoder.vector(at));
    }

    /** Its entries that are not 0. */
    int size() {
        return columns.length;
    }

    int column(int i) {
        return columns[i];
    }

    double value(int i) {
        return values[i];
    }

    /** The length of its vector. */
    double length() {
        return length;
    }

    /** The length of its vector from {@link #HEAD} on. */
    double tailLength() {
        return tailLength;
    }

    /** Adds a multiple of its vector to sums of that dimension. */
    void addTo(double[] sums, double multiple) {
        for (int j = 0; j < vector.length; j++) {
            sums[j] += multiple * vector[j];
        }
    }

    /** The product of its vector and another over the first {@link #HEAD} entries. */
    double headDot(double[] other) {
        return dot(other, 0, Math.min(HEAD, vector.length));
    }

    double tailDot(double[] other) {
        return dot(other, Math.min(HEAD, vector.length), vector.length);
    }

    private double dot(double[] other, int from, int to) {
        double even = 0;
        double odd = 0;
        int j = from;
        for (; j + 1 < to; j += 2) {
            even += other[j] * vector[j];
            odd += other[j + 1] * vector[j + 1];
        }
        return j < to ? even + odd + other[j] * vector[j] : even + odd;
    }
}
