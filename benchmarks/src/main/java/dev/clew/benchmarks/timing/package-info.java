/** Measures calls as their clients see them. */
@NullMarked
package dev.clew.benchmarks.timing;

import org.jspecify.annotations.NullMarked;
