/** Runs recommenders over a protocol and measures what they answer and cost. */
@NullMarked
package dev.clew.evaluation.run;

import org.jspecify.annotations.NullMarked;
