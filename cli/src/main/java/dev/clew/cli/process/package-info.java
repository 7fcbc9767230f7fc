/** Starts the database and the API as child processes and stops them. */
@NullMarked
package dev.clew.cli.process;

import org.jspecify.annotations.NullMarked;
