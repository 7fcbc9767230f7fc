/** The recommendation graph: typed nodes and weighted, timed relationships as immutable compressed sparse rows. */
@NullMarked
package dev.clew.core.graph;

import org.jspecify.annotations.NullMarked;
