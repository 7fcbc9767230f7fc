/** How close random walks come to the PageRank that they estimate, how fast, and whether what they claim of it holds. */
@NullMarked
package dev.clew.benchmarks.walks;

import org.jspecify.annotations.NullMarked;
