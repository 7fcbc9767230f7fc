package dev.clew.procedures.live;

/** Which version of a recommender's models answers. */
record LivePointer(ModelKey key, long version) {}
