/** How well lists match what the data holds back. */
@NullMarked
package dev.clew.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
