/** Draws items that stand for all those a user did not choose. */
@NullMarked
package dev.clew.gnn.sampling;

import org.jspecify.annotations.NullMarked;
