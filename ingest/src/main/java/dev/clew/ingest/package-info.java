/** The door of this module: finds the source that reads a folder or a mapping file. */
@NullMarked
package dev.clew.ingest;

import org.jspecify.annotations.NullMarked;
