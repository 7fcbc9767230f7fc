/** Text files as records: plain or gzip, whole lines or delimited fields, with line numbers. */
@NullMarked
package dev.clew.ingest.file;

import org.jspecify.annotations.NullMarked;
