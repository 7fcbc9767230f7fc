package dev.clew.gnn.store;

/**
 * Where a model comes from and what it is worth: kept beside its bytes.
 *
 * @param graph the declared graph that it was trained on
 * @param settings of its recommender, a JSON object
 * @param seed of everything random in training
 * @param dataFingerprint tells the data apart that models were trained on
 * @param metrics on the validation part, a JSON object of {@code {value, low, high}} by metric
 */
public record ModelFacts(String graph, String settings, long seed, String dataFingerprint, String metrics) {}
