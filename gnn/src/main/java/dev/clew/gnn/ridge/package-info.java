/** The ridge encoder: vectors of items that nobody has acted on, from what the items are. */
@NullMarked
package dev.clew.gnn.ridge;

import org.jspecify.annotations.NullMarked;
