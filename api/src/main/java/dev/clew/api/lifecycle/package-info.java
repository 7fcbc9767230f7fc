/** Ends the process when the parent that started it goes away. */
@NullMarked
package dev.clew.api.lifecycle;

import org.jspecify.annotations.NullMarked;
