package dev.clew.benchmarks.vectors;

import dev.clew.benchmarks.timing.Measurement;

/**
 * One kind of request.
 *
 * @param system {@code exact}: all vectors multiplied; {@code pruned}: as served; with {@code -filter}: the linear filter added
 * @param p50Ms in the database, from handing the statement over to having read its last row
 * @param boltP50Ms as the client saw it
 */
record VectorsRow(
        String system, long calls, double p50Ms, double p95Ms, double p99Ms, double boltP50Ms, double boltP99Ms) {

    static VectorsRow of(String system, Measurement inside, Measurement bolt) {
        return new VectorsRow(
                system,
                inside.calls(),
                inside.millisAt(50),
                inside.millisAt(95),
                inside.millisAt(99),
                bolt.millisAt(50),
                bolt.millisAt(99));
    }
}
