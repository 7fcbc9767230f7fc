/** The graph encoder: vectors of items from their attributes, with weights for each relationship type that DL4J learns. */
@NullMarked
package dev.clew.gnn.encoder;

import org.jspecify.annotations.NullMarked;
