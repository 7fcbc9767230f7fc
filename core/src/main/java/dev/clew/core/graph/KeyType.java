package dev.clew.core.graph;

/** The type of the property that identifies a node: recorded once at declaration, every door coerces to it. */
public enum KeyType {
    INTEGER,
    STRING;

    /** The type that holds a stored value. */
    public static KeyType of(Object stored) {
        return stored instanceof Number ? INTEGER : STRING;
    }

    /**
     * Reads a key as a caller wrote it: {@code "42"} and {@code 42} are the same integer key.
     *
     * @return a {@code Long} or a {@code String}
     * @throws IllegalArgumentException if it is no key of this type
     */
    public Object coerce(Object given) {
        if (this == STRING) {
            if (given instanceof String || given instanceof Number) {
                return given.toString();
            }
        } else if (given instanceof Long
                || given instanceof Integer
                || given instanceof Short
                || given instanceof Byte) {
            return ((Number) given).longValue();
        } else if (given instanceof String text && text.strip().matches("[+-]?\\d{1,19}")) {
            try {
                return Long.parseLong(text.strip());
            } catch (NumberFormatException beyondLong) {
                // Without the cause: Neo4j shows a caller the message of the innermost one, which does not know the
                // rule.
                throw notAKey(given);
            }
        }
        throw notAKey(given);
    }

    private IllegalArgumentException notAKey(Object given) {
        String wanted = this == INTEGER ? "a whole number" : "a string";
        return new IllegalArgumentException("key (" + given + ") must be " + wanted + ", as declared.");
    }

    /** Natural order of two keys of this type; ties in scores are broken by it. */
    public int compare(Object a, Object b) {
        return this == INTEGER ? Long.compare((Long) a, (Long) b) : ((String) a).compareTo((String) b);
    }
}
