package dev.clew.gnn.encoder;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** The DL4J graph that is learned: a layer of weights by type, the convolution, and a layer that mixes; both layers start as doing nothing. */
final class EncoderNetwork {
    private static final String WEIGHTS = "weights";
    private static final String MIX = "mix";

    private final AttributeConvolution.Rows rows = new AttributeConvolution.Rows();
    private final ComputationGraph network;
    private final int types;

    EncoderNetwork(int types, int dimension, double learningRate, int steps) {
        this.types = types;
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(new Adam(new PolySchedule(ScheduleType.ITERATION, learningRate, 1, steps)))
                .miniBatch(false)
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .graphBuilder()
                .addInputs("types", "table")
                .addLayer(WEIGHTS, linear(types, 1), "types")
                .addVertex("convolution", new AttributeConvolution(rows), "table", WEIGHTS)
                .addLayer(MIX, linear(dimension, dimension), "convolution")
                .setOutputs(MIX)
                .build();
        this.network = new ComputationGraph(configuration);
        network.init();
        // Not by WeightInit.IDENTITY, which asks for classes that are left out of the build.
        network.getLayer(MIX).setParam("W", array(identity(dimension)));
    }

    private static DenseLayer linear(int in, int out) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.ONES)
                .build();
    }

    /**
     * The vectors of items.
     *
     * @param items shape [items, columns]
     * @param table shape [columns, dimension]
     */
    DenseMatrix forward(SparseMatrix items, int[] typeOfColumn, DenseMatrix table) {
        rows.set(items, typeOfColumn);
        INDArray[] inputs = {array(identity(types)), array(table)};
        // Layers keep their inputs, which the way back needs.
        Map<String, INDArray> activations = network.feedForward(inputs, true, false);
        INDArray vectors = Objects.requireNonNull(activations.get(MIX));
        return new DenseMatrix(items.rows(), table.columns(), floats(vectors));
    }

    /** Moves the parameters against the gradient by the vectors of the last {@link #forward}. */
    void learn(DenseMatrix byVectors, int step) {
        Gradient gradient = network.backpropGradient(array(byVectors));
        network.getUpdater().update(gradient, step, 0, byVectors.rows(), LayerWorkspaceMgr.noWorkspaces());
        network.params().subi(gradient.gradient());
    }

    /** The parameters, then what Adam remembers of their gradients. */
    float[] state() {
        float[] parameters = floats(network.params());
        float[] moments = floats(network.getUpdater().getStateViewArray());
        float[] state = Arrays.copyOf(parameters, parameters.length + moments.length);
        System.arraycopy(moments, 0, state, parameters.length, moments.length);
        return state;
    }

    /** Goes on from what {@link #state} told of a network of the same shape. */
    void resume(float[] state) {
        int parameters = Math.toIntExact(network.numParams());
        INDArray moments = network.getUpdater().getStateViewArray();
        network.params().assign(row(Arrays.copyOf(state, parameters), network.params()));
        moments.assign(row(Arrays.copyOfRange(state, parameters, state.length), moments));
    }

    private static INDArray row(float[] values, INDArray like) {
        return Nd4j.create(values, like.shape(), 'c');
    }

    /** What is learned so far. */
    RelationWeights weights(int dimension) {
        float[] byType = floats(network.getLayer(WEIGHTS).getParam("W"));
        float[] mix = floats(network.getLayer(MIX).getParam("W"));
        return new RelationWeights(byType, new DenseMatrix(dimension, dimension, mix));
    }

    private static DenseMatrix identity(int size) {
        DenseMatrix identity = new DenseMatrix(size, size);
        for (int i = 0; i < size; i++) {
            identity.set(i, i, 1);
        }
        return identity;
    }

    private static INDArray array(DenseMatrix matrix) {
        return Nd4j.create(matrix.values(), new long[] {matrix.rows(), matrix.columns()}, 'c');
    }

    private static float[] floats(INDArray array) {
        INDArray inOrder = array.dup('c');
        float[] values = new float[Math.toIntExact(inOrder.length())];
        new FloatPointer(inOrder.data().pointer()).get(values);
        return values;
    }
}
