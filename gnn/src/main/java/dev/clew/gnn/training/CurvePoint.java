package dev.clew.gnn.training;

/**
 * One epoch of a training curve.
 *
 * @param epoch from 1
 * @param loss mean loss of an action in the epoch
 * @param validation what validation said after it, larger is better; NaN if nobody asked
 */
public record CurvePoint(int epoch, double loss, double validation) {}
