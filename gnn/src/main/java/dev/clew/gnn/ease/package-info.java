/** EASE: the linear item-item model in closed form, for catalogues whose square fits in memory. */
@NullMarked
package dev.clew.gnn.ease;

import org.jspecify.annotations.NullMarked;
