/** Graphs in memory, read from sources without a database. */
@NullMarked
package dev.clew.evaluation.data;

import org.jspecify.annotations.NullMarked;
