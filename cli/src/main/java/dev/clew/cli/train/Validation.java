package dev.clew.cli.train;

import dev.clew.evaluation.protocol.ValidationProxy;

/**
 * What a model is judged by.
 *
 * @param proxy what is held out
 * @param share of it
 * @param sample most users to ask for; 0: all
 * @param seed of every draw
 */
record Validation(ValidationProxy proxy, double share, int sample, long seed) {}
