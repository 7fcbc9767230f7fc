/** Writes results, with the machine and the command that made them. */
@NullMarked
package dev.clew.benchmarks.report;

import org.jspecify.annotations.NullMarked;
