package dev.clew.core.split;

import dev.clew.core.graph.GraphSnapshot;

/**
 * A split that holds out whole users.
 *
 * @param train without any positive interaction of the held-out users
 * @param histories the whole graph but for the held-out pairs: what each held-out user brings along when asking
 * @param heldOut what is to be found; its users are those held out
 */
public record FoldInSplit(GraphSnapshot train, GraphSnapshot histories, HeldOut heldOut) {}
