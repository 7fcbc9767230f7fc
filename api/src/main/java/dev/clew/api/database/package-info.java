/** Sends Clew's constant Cypher statements to Neo4j. */
@NullMarked
package dev.clew.api.database;

import org.jspecify.annotations.NullMarked;
