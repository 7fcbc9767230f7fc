package dev.clew.core.graph;

/**
 * One relationship type walked in one direction.
 *
 * @param direction relative to the type's role (see {@link RelationshipRole}), not to the store
 */
public record Step(RelationshipType type, Direction direction) {

    /** Among all steps in all directions, from 0. */
    public int number() {
        return 2 * type.index() + (direction == Direction.OUT ? 0 : 1);
    }

    /** The same relationships walked the other way. */
    public Step reverse() {
        return new Step(type, direction.reverse());
    }
}
