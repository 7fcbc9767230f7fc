package dev.clew.core.split;

import dev.clew.core.graph.GraphSnapshot;

/**
 * A graph to learn from and what was kept out of it.
 *
 * @param train the whole graph but for the held-out interactions, its nodes under the numbers they have in the whole
 * @param heldOut pairs of user and item whose positive interactions, all of them, are not in {@code train}
 */
public record Split(GraphSnapshot train, HeldOut heldOut) {}
