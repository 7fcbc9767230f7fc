package dev.clew.core.vectors;

import java.nio.FloatBuffer;

/**
 * Gives an item a vector from what it is, by one linear layer:
 *
 * <pre>{@code
 * vector(item) = sum over columns c of the space: x(item, c) * table(c)
 * }</pre>
 *
 * and its score for a user who did a(h) to items h, where history(h) is without the {@linkplain Factor#scale scale} that sets known items against each
 * other:
 *
 * <pre>{@code
 * score(item) = candidate * ( sum over h: a(h) * history(h) . vector(item)  +  shared * sum over h, c: a(h) * x(h, c) * x(item, c) )
 * }</pre>
 *
 * The second sum is the walk from the user over the attributes of what they acted on; it knows rare attributes that a few hundred dimensions do not.
 * Both are linear in the item's attributes, so each attribute has an exact share of the score.
 *
 * <p>The same code gives vectors while learning and when serving. Immutable.
 *
 * <p>Cost of a vector: the item's walks times the dimension.
 */
public final class AttributeEncoder {
    private final AttributeSpace space;
    private final float[] table;
    private final int dimension;
    private final EncoderScales scales;

    /**
     * @param table shape [columns of the space, dimension], row-major; kept, not copied: not to be changed any more
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public AttributeEncoder(AttributeSpace space, float[] table, int dimension, EncoderScales scales) {
        if (dimension < 1 || (long) space.size() * dimension != table.length) {
            throw new IllegalArgumentException("dimension (" + dimension + ") times columns (" + space.size()
                    + ") must be the number of values (" + table.length + ").");
        }
        this.space = space;
        this.table = table;
        this.dimension = dimension;
        this.scales = scales;
    }

    /** What items can be. */
    public AttributeSpace space() {
        return space;
    }

    public int dimension() {
        return dimension;
    }

    public EncoderScales scales() {
        return scales;
    }

    /** The same layer under other scales; the table is shared. */
    public AttributeEncoder with(EncoderScales others) {
        return new AttributeEncoder(space, table, dimension, others);
    }

    /** One entry of the layer. */
    public float value(int column, int index) {
        return table[column * dimension + index];
    }

    /** The layer's entries, row-major: to be read only. */
    public FloatBuffer values() {
        return FloatBuffer.wrap(table).asReadOnlyBuffer();
    }

    /** The vector of the item that the cursor of {@link #space()} stands at, scales left out; zeros if it leads to no column. */
    public float[] vector(ItemAttributes item) {
        double[] sums = new double[dimension];
        for (int i = 0; i < item.size(); i++) {
            int from = item.column(i) * dimension;
            double value = item.value(i);
            for (int j = 0; j < dimension; j++) {
                sums[j] += value * table[from + j];
            }
        }
        float[] vector = new float[dimension];
        for (int j = 0; j < dimension; j++) {
            vector[j] = (float) sums[j];
        }
        return vector;
    }

    /** The product of a column's row and a vector. */
    double dot(int column, double[] vector) {
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
            sum += vector[j] * table[column * dimension + j];
        }
        return sum;
    }

    /** Bytes held, keys left out. */
    public long memoryBytes() {
        return Float.BYTES * ((long) table.length + space.size());
    }
}
