/** The commands of {@code clew}. */
@NullMarked
package dev.clew.cli;

import org.jspecify.annotations.NullMarked;
