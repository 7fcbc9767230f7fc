/** Searches for good settings on validation data. */
@NullMarked
package dev.clew.evaluation.tune;

import org.jspecify.annotations.NullMarked;
