/** Personalised PageRank by random walks with restart that stop when the order of the best items is certain enough. */
@NullMarked
package dev.clew.core.randomwalk;

import org.jspecify.annotations.NullMarked;
