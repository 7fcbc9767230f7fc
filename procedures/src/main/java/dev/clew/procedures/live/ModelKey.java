package dev.clew.procedures.live;

/** What one live model is of: a graph, and the name callers ask for it by. */
record ModelKey(String graph, String recommender) {}
