package dev.clew.benchmarks.vectors;

/**
 * Requests while versions were published.
 *
 * @param publications of a version, that many times to and fro
 * @param calls made meanwhile
 * @param failed calls that ended in an error
 * @param mixed answers that are not wholly of the version they name
 * @param quietP99Ms of as many calls when nothing was published
 */
record SwitchResult(
        int publications,
        long calls,
        int failed,
        int mixed,
        double quietP50Ms,
        double quietP99Ms,
        double p50Ms,
        double p99Ms) {}
