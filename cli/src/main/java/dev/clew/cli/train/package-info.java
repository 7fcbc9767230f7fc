/** Training: what a recommender learns becomes a model version, and the live one if it is no worse. */
@NullMarked
package dev.clew.cli.train;

import org.jspecify.annotations.NullMarked;
