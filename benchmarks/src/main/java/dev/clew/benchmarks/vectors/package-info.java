/** Measures answers from trained vectors: exact and pruned, while versions are published, and for items that were created a moment ago. */
@NullMarked
package dev.clew.benchmarks.vectors;

import org.jspecify.annotations.NullMarked;
