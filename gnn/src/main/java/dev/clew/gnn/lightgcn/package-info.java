/** LightGCN: item vectors learned end to end through light graph convolution, users folded in. */
@NullMarked
package dev.clew.gnn.lightgcn;

import org.jspecify.annotations.NullMarked;
