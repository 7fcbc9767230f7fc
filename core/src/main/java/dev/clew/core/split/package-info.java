/** Deterministic splits of a graph's interactions into a part to train on and a part to judge by. */
@NullMarked
package dev.clew.core.split;

import org.jspecify.annotations.NullMarked;
