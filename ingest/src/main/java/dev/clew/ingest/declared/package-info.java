/** A graph declared in a running database, read over Bolt as records. */
@NullMarked
package dev.clew.ingest.declared;

import org.jspecify.annotations.NullMarked;
