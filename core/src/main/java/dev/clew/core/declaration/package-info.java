/** What a user, an item, an interaction and an attribute are in somebody's own Neo4j graph. */
@NullMarked
package dev.clew.core.declaration;

import org.jspecify.annotations.NullMarked;
