/** What a trained recommender is without a graph: its numbers by item key, their bytes, and their way back to a recommender over a graph. */
@NullMarked
package dev.clew.core.model;

import org.jspecify.annotations.NullMarked;
