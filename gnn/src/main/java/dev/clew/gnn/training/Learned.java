package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import java.util.List;

/**
 * What came of training.
 *
 * @param parameters those of the epoch that validation liked best, or of the last one
 * @param items the vectors under these parameters
 * @param curve every epoch
 */
public record Learned(DenseMatrix parameters, ItemFactors items, List<CurvePoint> curve) {}
