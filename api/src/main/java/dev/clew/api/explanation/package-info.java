/** Why an item is recommended to a user, as paths through the graph. */
@NullMarked
package dev.clew.api.explanation;

import org.jspecify.annotations.NullMarked;
