/** The sample: a catalogue of real films and simulated users with planted tastes. */
@NullMarked
package dev.clew.ingest.sample;

import org.jspecify.annotations.NullMarked;
