/** Writes a source into Neo4j over Bolt: batched, idempotent, restartable, with bad rows set aside. */
@NullMarked
package dev.clew.ingest.load;

import org.jspecify.annotations.NullMarked;
