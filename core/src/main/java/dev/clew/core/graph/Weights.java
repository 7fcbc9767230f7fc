package dev.clew.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * The weights of edges, each exactly, in the narrowest form: a byte an edge for up to 256 distinct weights, two for up to 65,536, else the
 * floats themselves.
 */
final class Weights {
    private static final int BYTE_CODES = 256;

    /** The distinct weights where there are codes, else the weights. */
    private final float[] values;

    private final byte @Nullable [] byteCodes;
    private final char @Nullable [] charCodes;
    /** Gives the codes while the weights are being written; null where there are none. */
    private final @Nullable FloatDictionary dictionary;

    private Weights(
            float[] values,
            byte @Nullable [] byteCodes,
            char @Nullable [] charCodes,
            @Nullable FloatDictionary dictionary) {
        this.values = values;
        this.byteCodes = byteCodes;
        this.charCodes = charCodes;
        this.dictionary = dictionary;
    }

    /** These weights as they are; the array is given up by the caller. */
    static Weights of(float[] weights) {
        return new Weights(weights, null, null, null);
    }

    /** Room for so many weights, each of which is in the dictionary unless that has overflown. */
    static Weights sized(int size, FloatDictionary dictionary) {
        if (dictionary.isOverflown()) {
            return of(new float[size]);
        }
        boolean narrow = dictionary.size() <= BYTE_CODES;
        return new Weights(
                dictionary.values(), narrow ? new byte[size] : null, narrow ? null : new char[size], dictionary);
    }

    void set(int at, float weight) {
        if (dictionary == null) {
            values[at] = weight;
        } else if (byteCodes != null) {
            byteCodes[at] = (byte) dictionary.code(weight);
        } else if (charCodes != null) {
            charCodes[at] = (char) dictionary.code(weight);
        }
    }

    /** The same weights, without what was needed to write them. */
    Weights written() {
        return new Weights(values, byteCodes, charCodes, null);
    }

    float get(int at) {
        if (byteCodes != null) {
            return values[byteCodes[at] & 0xFF];
        }
        return charCodes != null ? values[charCodes[at]] : values[at];
    }

    long memoryBytes() {
        long codes = byteCodes != null ? byteCodes.length : charCodes != null ? 2L * charCodes.length : 0;
        return 4L * values.length + codes;
    }
}
