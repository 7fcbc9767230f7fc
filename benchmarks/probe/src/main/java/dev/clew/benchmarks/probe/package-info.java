/** Measures inside the database's process. */
@NullMarked
package dev.clew.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
