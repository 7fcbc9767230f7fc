package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Rows of a matrix brought to given lengths, {@code r' = length * r / |r|}, or left as they are; a row of zeros stays. */
final class RowsOfLength {
    private final DenseMatrix rows;
    private final double[] factors;
    private final IntToDoubleFunction radial;

    private RowsOfLength(DenseMatrix rows, double[] factors, IntToDoubleFunction radial) {
        this.rows = rows;
        this.factors = factors;
        this.radial = radial;
    }

    static RowsOfLength asTheyAre(DenseMatrix rows) {
        double[] ones = new double[rows.rows()];
        Arrays.fill(ones, 1);
        return new RowsOfLength(rows, ones, row -> 0);
    }

    static RowsOfLength of(IntToDoubleFunction length, DenseMatrix rows) {
        DenseMatrix equal = new DenseMatrix(rows.rows(), rows.columns());
        double[] factors = new double[rows.rows()];
        for (int row = 0; row < factors.length; row++) {
            double norm = Math.sqrt(rows.rowProduct(row, rows, row));
            factors[row] = norm == 0 ? 0 : length.applyAsDouble(row) / norm;
            equal.addRow(row, rows, row, (float) factors[row]);
        }
        return new RowsOfLength(equal, factors, row -> 1 / Math.pow(length.applyAsDouble(row), 2));
    }

    /** The rows r'. */
    DenseMatrix rows() {
        return rows;
    }

    /** What each row was multiplied by; not copied. */
    double[] factors() {
        return factors;
    }

    /** 1 / length^2, by which a gradient loses what only makes the row longer; 0 for rows left as they are. */
    double radial(int row) {
        return radial.applyAsDouble(row);
    }

    /** Takes from each row of a gradient by r' what points along r'. */
    void flatten(DenseMatrix gradient) {
        for (int row = 0; row < factors.length; row++) {
            double radial = radial(row);
            if (radial > 0) {
                gradient.addRow(row, rows, row, (float) (-radial * gradient.rowProduct(row, rows, row)));
            }
        }
    }

    /** The gradient by r of the one by r'. */
    DenseMatrix back(DenseMatrix gradient) {
        flatten(gradient);
        DenseMatrix product = new DenseMatrix(gradient.rows(), gradient.columns());
        for (int row = 0; row < factors.length; row++) {
            product.addRow(row, gradient, row, (float) factors[row]);
        }
        return product;
    }
}
