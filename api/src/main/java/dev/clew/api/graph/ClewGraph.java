package dev.clew.api.graph;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * A declaration as {@code clew.graph.declare} stored it. The service only reads it.
 *
 * @param name what callers pass as {@code graph}
 * @param declaration the declared map as a JSON text
 * @param version counts how often the name was declared
 * @param formatVersion how {@code declaration} is written
 */
@Node("ClewGraph")
record ClewGraph(@Id String name, String declaration, long version, long formatVersion) {}
