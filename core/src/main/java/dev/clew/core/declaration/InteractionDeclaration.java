package dev.clew.core.declaration;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something users do to items: a relationship type from user to item, and how to read its strength.
 *
 * @param weight property of the strength; null: every one counts 1
 * @param time property of the moment: epoch milliseconds or a temporal value; null: unknown
 * @param sign 1 for a sign of liking, -1 for a sign of dislike
 * @param positiveFrom smallest weight that is positive; null: every weight above 0
 * @param negativeUpTo largest weight that is negative; null: none is
 * @param exclude the interaction says nothing but "do not recommend this item to me"
 */
public record InteractionDeclaration(
        String type,
        @Nullable String weight,
        @Nullable String time,
        int sign,
        @Nullable Double positiveFrom,
        @Nullable Double negativeUpTo,
        boolean exclude) {

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.text("type", null, "relationship type from user to item"),
            Parameter.text("weight", null, "property of the strength"),
            Parameter.text("time", null, "property of the moment"),
            Parameter.integer("sign", 1, -1, 1, "1 for liking, -1 for dislike"),
            Parameter.any("positiveFrom", "smallest weight that is positive"),
            Parameter.any("negativeUpTo", "largest weight that is negative"),
            Parameter.flag("exclude", false, "only excludes the item"));

    public InteractionDeclaration {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("sign (" + sign + ") must be 1 or -1.");
        }
        if (weight == null && (positiveFrom != null || negativeUpTo != null)) {
            throw new IllegalArgumentException(
                    "weight must be given where positiveFrom or negativeUpTo is: they are bounds on it.");
        }
        if (positiveFrom != null && negativeUpTo != null && negativeUpTo >= positiveFrom) {
            throw new IllegalArgumentException(
                    "negativeUpTo (" + negativeUpTo + ") must be below positiveFrom (" + positiveFrom + ").");
        }
    }

    static InteractionDeclaration of(Map<String, ?> map) {
        Settings settings = Settings.of(PARAMETERS, map);
        return new InteractionDeclaration(
                Fields.required(settings, "type"),
                settings.optionalText("weight").orElse(null),
                settings.optionalText("time").orElse(null),
                (int) settings.integer("sign"),
                bound(settings, "positiveFrom"),
                bound(settings, "negativeUpTo"),
                settings.flag("exclude"));
    }

    private static @Nullable Double bound(Settings settings, String name) {
        Optional<Object> value = settings.any(name);
        if (value.isPresent() && !(value.get() instanceof Number)) {
            throw new IllegalArgumentException(name + " (" + value.get() + ") must be a number.");
        }
        return value.map(number -> ((Number) number).doubleValue()).orElse(null);
    }

    /**
     * How much one interaction says: above 0 liked, below 0 rejected, 0 only seen.
     *
     * <p>With both bounds the strength is the distance from the middle between them, so that a full-mark rating says more than a passing one and the worst
     * rating more than a poor one: with 3.5 and 2 a rating of 5 gives 2.25, one of 0.5 gives -2.25, one of 3 gives 0. With {@code negativeUpTo}
     * alone a negative one says 1 more than its distance below that. Otherwise it is the weight itself.
     *
     * @param stored the weight property's value; null if absent, which counts 1 unless there are bounds
     */
    public float strength(@Nullable Number stored) {
        if (exclude) {
            return 0;
        }
        if (positiveFrom == null && negativeUpTo == null) {
            double value = stored == null ? 1 : stored.doubleValue();
            return Double.isFinite(value) ? (float) (sign * value) : 0;
        }
        return stored == null || !Double.isFinite(stored.doubleValue()) ? 0 : bounded(stored.doubleValue());
    }

    private float bounded(double value) {
        boolean positive = positiveFrom == null ? value > 0 : value >= positiveFrom;
        if (negativeUpTo == null) {
            return positive ? (float) (sign * Math.max(value, 0)) : 0;
        }
        boolean negative = value <= negativeUpTo;
        if (positiveFrom != null) {
            return positive || negative ? (float) (sign * (value - (positiveFrom + negativeUpTo) / 2)) : 0;
        }
        if (negative) {
            return (float) (-sign * (1 + negativeUpTo - value));
        }
        return positive ? (float) (sign * value) : 0;
    }

    Map<String, Object> toMap() {
        return Fields.map(
                "type",
                type,
                "weight",
                weight,
                "time",
                time,
                "sign",
                (long) sign,
                "positiveFrom",
                positiveFrom,
                "negativeUpTo",
                negativeUpTo,
                "exclude",
                exclude);
    }
}
