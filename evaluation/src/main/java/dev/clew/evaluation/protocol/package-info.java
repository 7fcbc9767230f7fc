/** What is trained on, who is asked for, and what counts as right. */
@NullMarked
package dev.clew.evaluation.protocol;

import org.jspecify.annotations.NullMarked;
