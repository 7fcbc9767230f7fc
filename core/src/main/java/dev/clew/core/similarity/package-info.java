/** How alike two nodes are by what they are joined to: link-prediction and similarity indices over declared graphs. */
@NullMarked
package dev.clew.core.similarity;

import org.jspecify.annotations.NullMarked;
