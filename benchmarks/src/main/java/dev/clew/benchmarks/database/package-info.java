/** The database that is measured, in a process of its own. */
@NullMarked
package dev.clew.benchmarks.database;

import org.jspecify.annotations.NullMarked;
