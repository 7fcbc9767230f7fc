package dev.clew.benchmarks.scale;

/**
 * One start of Neo4j on a store with a declared graph.
 *
 * @param interactions in the snapshot
 * @param snapshotBytes what the snapshot counts
 * @param boltSeconds from starting the process to the first answer over Bolt
 * @param readySeconds from starting the process to the snapshot being ready
 * @param buildSeconds reading the store and building the snapshot
 */
record Restart(long interactions, long snapshotBytes, double boltSeconds, double readySeconds, double buildSeconds) {}
