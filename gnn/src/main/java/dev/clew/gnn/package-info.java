/** Models learned from the graph: item vectors and item rows, made by providers that {@link java.util.ServiceLoader} finds. */
@NullMarked
package dev.clew.gnn;

import org.jspecify.annotations.NullMarked;
