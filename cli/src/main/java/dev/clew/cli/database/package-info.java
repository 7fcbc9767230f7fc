/** How commands connect to a database. */
@NullMarked
package dev.clew.cli.database;

import org.jspecify.annotations.NullMarked;
