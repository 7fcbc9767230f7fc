/** Learns item vectors by gradients of a ranking loss: what a tower of items must do, losses, the loop, checkpoints. */
@NullMarked
package dev.clew.gnn.training;

import org.jspecify.annotations.NullMarked;
