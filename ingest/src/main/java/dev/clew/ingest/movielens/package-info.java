/** MovieLens data, in the CSV layout and in that of ML-100k. */
@NullMarked
package dev.clew.ingest.movielens;

import org.jspecify.annotations.NullMarked;
