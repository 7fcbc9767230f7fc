/** Whether what was committed is seen by the next request, and what that costs a commit. */
@NullMarked
package dev.clew.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
