package dev.clew.evaluation.tune;

import java.util.Map;

/**
 * A setting and what it reached.
 *
 * @param number from 0, which stands for the defaults
 * @param users asked for; 0: all
 * @param value of the metric
 */
public record Trial(int number, int users, Map<String, Object> settings, double value) {}
