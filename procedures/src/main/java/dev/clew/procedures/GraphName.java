package dev.clew.procedures;

import java.util.regex.Pattern;

/** What a declared graph may be called. */
final class GraphName {
    private static final Pattern RULE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

    private GraphName() {}

    static void check(String name) {
        if (name == null || !RULE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name (" + name + ") must be a letter and up to 62 letters, digits, '-' or '_' after it.");
        }
    }
}
