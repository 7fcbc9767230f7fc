/** Measures of recommendation lists, with their definitions. */
@NullMarked
package dev.clew.evaluation.metric;

import org.jspecify.annotations.NullMarked;
