package dev.clew.cli.demo;

import dev.clew.ingest.load.LoadSummary;
import java.util.Optional;

/** What each step of the demo took. */
record DemoTimings(
        double serverSeconds, LoadSummary load, SnapshotStatus snapshot, double apiSeconds, Optional<Calls> calls) {

    /** The same number of calls for recommendations with a reason each, for keys and scores only, and for nothing. */
    record Calls(Latency recommend, Latency scores, Latency trivial) {}
}
