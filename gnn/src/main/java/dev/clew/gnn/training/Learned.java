package dev.clew.gnn.training;

import java.util.List;

/**
 * What came of training.
 *
 * @param items the vectors of the epoch that validation liked best, or of the last one
 * @param curve every epoch
 */
public record Learned(ItemFactors items, List<CurvePoint> curve) {}
