/** Boots a real Neo4j Community (Bolt, HTTP, Browser) with the Clew plugin, for the demo and for tests. */
@NullMarked
package dev.clew.server;

import org.jspecify.annotations.NullMarked;
