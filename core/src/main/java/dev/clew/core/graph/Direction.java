package dev.clew.core.graph;

/** Which way a relationship is walked, relative to its role's own direction (see {@link RelationshipRole}), not the store's. */
public enum Direction {
    OUT,
    IN;

    public Direction reverse() {
        return this == OUT ? IN : OUT;
    }
}
