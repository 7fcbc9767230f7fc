/** Trained models as versions in the graph: written in chunks, made live by one pointer, pruned by rule, mirrored for analysts. */
@NullMarked
package dev.clew.gnn.store;

import org.jspecify.annotations.NullMarked;
