/** Whether answers meet their deadline where a node has a million relationships. */
@NullMarked
package dev.clew.benchmarks.deadline;

import org.jspecify.annotations.NullMarked;
