package dev.clew.server;

/** Who may log in. */
enum AuthMode {
    /** Anyone who reaches the port; allowed on loopback addresses only. */
    NONE,
    /** Neo4j's own users; the first login is neo4j/neo4j and must change the password. */
    NATIVE
}
