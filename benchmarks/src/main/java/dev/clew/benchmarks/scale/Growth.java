package dev.clew.benchmarks.scale;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** How a figure grows with the number of interactions: the exponent e of figure = c * interactions^e, by least squares on logarithms. */
final class Growth {
    private Growth() {}

    /** The exponent; not a number for fewer than two sizes. */
    static double exponent(List<Measured> measured, ToDoubleFunction<Measured> figure) {
        var line = new SimpleRegression();
        measured.forEach(it -> line.addData(Math.log(it.interactions()), Math.log(figure.applyAsDouble(it))));
        return line.getSlope();
    }
}
