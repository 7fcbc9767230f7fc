/** The declared recommendation graphs: what they are, which one a request means, whether they are ready. */
@NullMarked
package dev.clew.api.graph;

import org.jspecify.annotations.NullMarked;
