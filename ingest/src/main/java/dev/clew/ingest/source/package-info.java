/** What a source of graph records is: its shapes, its sections of rows and its declaration. */
@NullMarked
package dev.clew.ingest.source;

import org.jspecify.annotations.NullMarked;
