/** Starts the REST service and holds its settings. */
@NullMarked
package dev.clew.api;

import org.jspecify.annotations.NullMarked;
