/** How memory, build time and answers grow with the graph, off Neo4j. */
@NullMarked
package dev.clew.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
