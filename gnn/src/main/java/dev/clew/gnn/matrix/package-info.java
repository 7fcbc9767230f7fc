/** Sparse and dense matrices in plain Java: products on several threads that give the same bytes on any number of them. */
@NullMarked
package dev.clew.gnn.matrix;

import org.jspecify.annotations.NullMarked;
