/** Recommendations for a known user or for a visitor, with their reasons. */
@NullMarked
package dev.clew.api.recommendation;

import org.jspecify.annotations.NullMarked;
