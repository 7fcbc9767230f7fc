/** How requests are read off the wire: whole keys, no guessed lists, problem details even from the container. */
@NullMarked
package dev.clew.api.http;

import org.jspecify.annotations.NullMarked;
