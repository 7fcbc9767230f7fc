package dev.clew.core.explain;

/** Tells what people call a node. */
@FunctionalInterface
public interface Names {
    /** For example the title of a film; never asked about a user. */
    String of(int node);
}
