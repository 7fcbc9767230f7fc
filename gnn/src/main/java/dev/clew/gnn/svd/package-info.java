/** The truncated singular value decomposition of a sparse matrix, by random projection. */
@NullMarked
package dev.clew.gnn.svd;

import org.jspecify.annotations.NullMarked;
