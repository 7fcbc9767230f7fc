/** Items similar to an item. */
@NullMarked
package dev.clew.api.similar;

import org.jspecify.annotations.NullMarked;
