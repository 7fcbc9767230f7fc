/** Intervals and tests that tell a difference from chance. */
@NullMarked
package dev.clew.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
