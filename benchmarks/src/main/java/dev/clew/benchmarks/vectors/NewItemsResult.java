package dev.clew.benchmarks.vectors;

/**
 * Items that were created one commit each.
 *
 * @param items created
 * @param recommendable of them, those that belong into the list of the user asked for, by the score the model gives offline
 * @param misses of these that the next request did not list
 * @param largestDifference relative, of a served score from that of the same encoder offline
 */
record NewItemsResult(int items, int recommendable, int misses, double largestDifference) {}
