package dev.clew.evaluation.protocol;

/**
 * How much is held out, and by which chance.
 *
 * @param testShare of the pairs, users or items, in (0, 1); not looked at for {@link Protocol#GIVEN} and {@link Protocol#LEAVE_ONE_OUT}
 * @param validationShare of the train part's pairs or items, in (0, 0.5]
 * @param seed of every draw
 */
public record SplitSettings(double testShare, double validationShare, long seed) {
    public static final SplitSettings DEFAULT = new SplitSettings(0.2, 0.1, 1);

    public SplitSettings {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("test share (" + testShare + ") must be in (0, 1).");
        }
        if (!(validationShare > 0 && validationShare <= 0.5)) {
            throw new IllegalArgumentException("validation share (" + validationShare + ") must be in (0, 0.5].");
        }
    }

    /** The same with another seed. */
    public SplitSettings withSeed(long other) {
        return new SplitSettings(testShare, validationShare, other);
    }
}
