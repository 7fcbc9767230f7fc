package dev.clew.ingest.mapping;

/** A place in a mapping file, counted from 1. */
record Position(int line, int column) {}
