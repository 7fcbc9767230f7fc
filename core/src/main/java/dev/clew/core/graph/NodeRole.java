package dev.clew.core.graph;

/** The part a node plays in recommending. */
public enum NodeRole {
    USER,
    ITEM,
    ATTRIBUTE
}
