/** Interaction lists with a knowledge graph of numbered triples, as published with KGAT, KGIN and KUCNet. */
@NullMarked
package dev.clew.ingest.triples;

import org.jspecify.annotations.NullMarked;
