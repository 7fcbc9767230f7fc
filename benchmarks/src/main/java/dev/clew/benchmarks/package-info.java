/** The bench command: side-by-side runs against what Neo4j users do today. */
@NullMarked
package dev.clew.benchmarks;

import org.jspecify.annotations.NullMarked;
