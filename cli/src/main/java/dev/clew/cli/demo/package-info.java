/** Runs the whole of Clew on one machine: database, data, recommendations with reasons, REST. */
@NullMarked
package dev.clew.cli.demo;

import org.jspecify.annotations.NullMarked;
