/** Contributions: the parts a score is the sum of, each with its evidence in the graph. */
@NullMarked
package dev.clew.core.ledger;

import org.jspecify.annotations.NullMarked;
