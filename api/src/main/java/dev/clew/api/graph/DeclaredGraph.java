package dev.clew.api.graph;

import dev.clew.core.declaration.Declaration;

/**
 * A recommendation graph that can be asked.
 *
 * @param name what callers pass as {@code graph}
 * @param version counts how often the name was declared
 * @param declaration what its nodes and relationships mean
 */
public record DeclaredGraph(String name, long version, Declaration declaration) {}
