/** The Markov chain that walks with restart follow: where they start, and where they go from a node. */
@NullMarked
package dev.clew.core.chain;

import org.jspecify.annotations.NullMarked;
