package dev.clew.core.similarity;

/**
 * How much a node is joined to, over its vector x of neighbours.
 *
 * @param sum of x(z); the number of neighbours where each counts 1
 * @param squares sum of x(z) squared
 */
record Norm(double sum, double squares) {}
