package dev.clew.core.graph;

/** The part a relationship plays: what a user did, what an item has, or how nodes are linked otherwise. */
public enum RelationshipRole {
    /** Runs from user to item. */
    INTERACTION,
    /** Runs from item to attribute, whichever way it is stored. */
    ATTRIBUTE,
    /** Runs as declared, between any two roles. */
    LINK
}
