package dev.clew.core.vectors;

/**
 * How vectors from attributes are set against those learned from interactions.
 *
 * @param history what the vector of an item acted on is multiplied by when known items are scored, at least 0
 * @param candidate what the scores of items with vectors from attributes are multiplied by, at least 0; larger puts new items before known ones
 * @param shared what an attribute counts by itself, besides the vector it leads to, when an item acted on has it too; at least 0
 */
public record EncoderScales(float history, float candidate, float shared) {
    public EncoderScales {
        check("history", history);
        check("candidate", candidate);
        check("shared", shared);
    }

    private static void check(String name, float value) {
        if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be finite and at least 0.");
        }
    }
}
