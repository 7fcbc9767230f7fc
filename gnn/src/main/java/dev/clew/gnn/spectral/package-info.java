/** The spectral graph filter: item vectors from a truncated singular value decomposition of the interactions. */
@NullMarked
package dev.clew.gnn.spectral;

import org.jspecify.annotations.NullMarked;
