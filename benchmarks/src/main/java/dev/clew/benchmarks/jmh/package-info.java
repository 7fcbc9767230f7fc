/** The inner loops, one at a time, measured by JMH. */
@NullMarked
package dev.clew.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
