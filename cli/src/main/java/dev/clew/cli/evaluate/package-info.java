/** {@code clew evaluate} and {@code clew tune}. */
@NullMarked
package dev.clew.cli.evaluate;

import org.jspecify.annotations.NullMarked;
