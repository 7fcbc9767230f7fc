/** Keeps the service on the loopback address while it has no authentication. */
@NullMarked
package dev.clew.api.loopback;

import org.jspecify.annotations.NullMarked;
