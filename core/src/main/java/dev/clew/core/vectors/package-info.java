/** Recommenders over trained item vectors and item rows: a user is folded in from their own actions, so nothing about a user is stored. */
@NullMarked
package dev.clew.core.vectors;

import org.jspecify.annotations.NullMarked;
