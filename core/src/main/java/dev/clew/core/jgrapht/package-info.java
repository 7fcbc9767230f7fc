/** The recommendation graph as a JGraphT graph, so that any JGraphT algorithm runs on it. */
@NullMarked
package dev.clew.core.jgrapht;

import org.jspecify.annotations.NullMarked;
