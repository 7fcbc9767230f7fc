/** Latency, throughput and accuracy of recommendations over Bolt, Clew beside its peers. */
@NullMarked
package dev.clew.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
