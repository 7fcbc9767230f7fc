/** Sentences for people: a ledger's contributions and the one reason worth telling. */
@NullMarked
package dev.clew.core.explain;

import org.jspecify.annotations.NullMarked;
