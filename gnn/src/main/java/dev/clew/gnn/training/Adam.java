package dev.clew.gnn.training;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * DL4J's Adam over plain arrays, its learning rate falling in a line to 0 over all steps.
 *
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, ICLR 2015.
 */
final class Adam {
    private final INDArray state;
    private final INDArray gradient;
    private final GradientUpdater<?> updater;

    Adam(int parameters, double learningRate, int steps) {
        state = Nd4j.zeros(DataType.FLOAT, 1, 2L * parameters);
        gradient = Nd4j.zeros(DataType.FLOAT, 1, parameters);
        updater = new org.nd4j.linalg.learning.config.Adam(
                        new PolySchedule(ScheduleType.ITERATION, learningRate, 1, steps))
                .instantiate(state, false);
    }

    /** Moves the parameters against the gradient, whose array is overwritten by what was taken. */
    void step(float[] parameters, float[] by, int step) {
        pointer(gradient).put(by);
        updater.applyUpdater(gradient, step, 0);
        pointer(gradient).get(by);
        for (int i = 0; i < by.length; i++) {
            parameters[i] -= by[i];
        }
    }

    /** Both moments of each parameter. */
    float[] state() {
        float[] copy = new float[Math.toIntExact(state.length())];
        pointer(state).get(copy);
        return copy;
    }

    /** Goes on from moments that {@link #state} gave. */
    void resume(float[] moments) {
        pointer(state).put(moments);
    }

    private static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().pointer());
    }
}
