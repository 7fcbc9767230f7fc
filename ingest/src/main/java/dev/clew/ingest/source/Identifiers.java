package dev.clew.ingest.source;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rule for labels, relationship types and property names, which Cypher takes no parameters for: they are checked here before any
 * statement holds them.
 */
public final class Identifiers {
    private static final Pattern RULE = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]{0,63}");

    private Identifiers() {}

    /**
     * Checks a name.
     *
     * @param what what it names, for the message
     * @return the name
     * @throws IllegalArgumentException if it is not a letter or underscore followed by at most 63 letters, digits and underscores, or
     *     begins with {@code clew} in any case, which is kept for Clew's own nodes and properties
     */
    public static String require(String what, String name) {
        if (!RULE.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " (" + name
                    + ") must be 1 to 64 letters, digits and underscores, not starting with a digit.");
        }
        if (name.toLowerCase(Locale.ROOT).startsWith("clew")) {
            throw new IllegalArgumentException(
                    what + " (" + name + ") must not start with 'clew': such names are Clew's own.");
        }
        return name;
    }

    /** The name between back-quotes, as Cypher takes any name. The rule leaves no back-quote inside. */
    public static String quoted(String name) {
        return "`" + require("name", name) + "`";
    }
}
