/** Personalised PageRank over the typed graph by forward push. */
@NullMarked
package dev.clew.core.pagerank;

import org.jspecify.annotations.NullMarked;
