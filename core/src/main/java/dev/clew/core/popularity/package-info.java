/** Recommending what many people like, of late more than long ago: for a user of whom nothing is known. */
@NullMarked
package dev.clew.core.popularity;

import org.jspecify.annotations.NullMarked;
