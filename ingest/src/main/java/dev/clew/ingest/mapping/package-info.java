/** Any CSV or JSON Lines data, by a YAML file that maps columns to labels, keys, properties and relationships. */
@NullMarked
package dev.clew.ingest.mapping;

import org.jspecify.annotations.NullMarked;
