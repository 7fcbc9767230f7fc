package dev.clew.core.vectors;

/**
 * Settings of the {@link CoInteractionFilter}.
 *
 * @param weight what its scores are multiplied by before they are added, at least 0; 0 leaves it out
 * @param historyExponent how much a popular item acted on counts less, at least 0
 * @param userExponent how much a busy user on the way counts less, at least 0
 * @param candidateExponent how much a popular candidate counts less, at least 0
 */
public record FilterParameters(double weight, double historyExponent, double userExponent, double candidateExponent) {
    /** No filter. */
    public static final FilterParameters NONE = new FilterParameters(0, 0, 0, 0);

    public FilterParameters {
        check("weight", weight);
        check("historyExponent", historyExponent);
        check("userExponent", userExponent);
        check("candidateExponent", candidateExponent);
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be a number at least 0.");
        }
    }
}
