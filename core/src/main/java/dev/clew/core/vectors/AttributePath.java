package dev.clew.core.vectors;

import dev.clew.core.graph.Direction;

/**
 * A way from an item to what says something of it: one step along an attribute or a link, or two steps, along any attribute and on along a
 * link. It is written in the words of the declaration, so that it means the same in another process.
 *
 * @param steps 1 or 2
 * @param type the store's name of the last step's relationship type
 * @param kind that type's declared kind
 * @param direction in which the last step goes
 */
public record AttributePath(int steps, String type, String kind, Direction direction) {
    public AttributePath {
        if (steps != 1 && steps != 2) {
            throw new IllegalArgumentException("steps (" + steps + ") must be 1 or 2.");
        }
    }
}
