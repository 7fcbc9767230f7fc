/** The one place that knows Neo4j's kernel: starts with each database and listens to its commits. */
@NullMarked
package dev.clew.procedures.hook;

import org.jspecify.annotations.NullMarked;
