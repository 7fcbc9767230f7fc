/** Declared graphs in memory, built from the store and kept up to date commit by commit. */
@NullMarked
package dev.clew.procedures.live;

import org.jspecify.annotations.NullMarked;
