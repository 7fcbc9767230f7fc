package dev.clew.gnn.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import dev.clew.gnn.matrix.Workers;
import java.util.Random;
import java.util.stream.LongStream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class EncoderNetworkTest {
    private static final Workers TWO = new Workers(2);
    private static final int[] TYPES = {0, 1, 0, 2, 2, 1};

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    /** Layers on both inputs of the vertex, so that both of its gradients are met by finite differences. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void convolvesWithGradientsThatMeetFiniteDifferences(long seed) {
        AttributeConvolution.Rows rows = new AttributeConvolution.Rows();
        rows.set(sparse(seed, 5, TYPES.length), TYPES);
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .graphBuilder()
                .addInputs("types", "table")
                .addLayer("weights", dense(3, 1), "types")
                .addLayer("before", dense(4, 4), "table")
                .addVertex("convolution", new AttributeConvolution(rows), "before", "weights")
                .addLayer(
                        "loss",
                        new LossLayer.Builder(LossFunctions.LossFunction.MSE)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "convolution")
                .setOutputs("loss")
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        INDArray[] inputs = {array(3, 3, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}), uniform(seed, 6, 4)};

        boolean checked = GradientCheckUtil.checkGradients(
                new GradientCheckUtil.GraphConfig().net(graph).inputs(inputs).labels(new INDArray[] {
                    uniform(seed + 1, 5, 4)
                }));

        assertThat(checked).as("seed %s", seed).isTrue();
    }

    @BeforeEach
    void countsInDoublePrecision() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterEach
    void countsAsBefore() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static INDArray uniform(long seed, int height, int width) {
        return array(
                height,
                width,
                new Random(seed)
                        .doubles((long) height * width)
                        .map(it -> 2 * it - 1)
                        .toArray());
    }

    private static INDArray array(int height, int width, double[] values) {
        return Nd4j.create(values, new long[] {height, width}, 'c');
    }

    private static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build();
    }

    @Test
    void startsAsTheTableItselfAndFoldsIntoOneTable() {
        SparseMatrix items = sparse(1, 5, TYPES.length);
        DenseMatrix table = DenseMatrix.gaussian(TYPES.length, 4, 1, TWO);
        EncoderNetwork network = new EncoderNetwork(3, 4, 0.1, 10);

        assertClose(network.forward(items, TYPES, table), items.times(table, TWO));
        for (int step = 0; step < 5; step++) {
            network.learn(network.forward(items, TYPES, table), step);
        }
        DenseMatrix learned = network.forward(items, TYPES, table);
        assertThat(learned.get(0, 0)).isNotEqualTo(items.times(table, TWO).get(0, 0));
        assertClose(learned, items.times(network.weights(4).folded(table, TYPES, TWO), TWO));
    }

    /** Of ten items and four users, against differences of the loss written out. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasALossWhoseGradientMeetsFiniteDifferences(long seed) {
        DenseMatrix users = DenseMatrix.gaussian(4, 3, seed, TWO);
        DenseMatrix vectors = DenseMatrix.gaussian(10, 3, seed + 1, TWO);
        DenseMatrix own = DenseMatrix.gaussian(10, 3, seed + 2, TWO);
        SparseMatrix likes = sparse(seed, 4, 10);
        ColdLoss loss = new ColdLoss(1.5, 0.3);

        DenseMatrix gradient = loss.gradient(vectors, users, likes, own, TWO);

        for (int i = 0; i < vectors.values().length; i++) {
            float before = vectors.values()[i];
            vectors.values()[i] = before + 0.01f;
            double above = byHand(vectors, users, likes, own);
            vectors.values()[i] = before - 0.01f;
            double below = byHand(vectors, users, likes, own);
            vectors.values()[i] = before;
            assertThat((double) gradient.values()[i])
                    .as("seed %s, entry %s", seed, i)
                    .isCloseTo((above - below) / 0.02, within(2e-3));
        }
    }

    private static double byHand(DenseMatrix vectors, DenseMatrix users, SparseMatrix likes, DenseMatrix own) {
        double loss = 0;
        for (int user = 0; user < users.rows(); user++) {
            double sum = 0;
            for (int item = 0; item < vectors.rows(); item++) {
                sum += Math.exp(1.5 * users.rowProduct(user, vectors, item));
            }
            for (int entry = likes.start(user); entry < likes.end(user); entry++) {
                double score = 1.5 * users.rowProduct(user, vectors, likes.column(entry));
                loss -= (score - Math.log(sum)) / (likes.end(user) - likes.start(user)) / users.rows();
            }
        }
        double distance = 0;
        double squares = 0;
        for (int i = 0; i < own.values().length; i++) {
            distance += Math.pow(vectors.values()[i] - own.values()[i], 2);
            squares += Math.pow(own.values()[i], 2);
        }
        return loss + 0.3 * distance / squares;
    }

    /** Random rows, none of them empty. */
    private static SparseMatrix sparse(long seed, int rows, int columns) {
        Random random = new Random(seed);
        SparseRows collected = new SparseRows(columns);
        for (int row = 0; row < rows; row++) {
            collected.add(random.nextInt(columns), 1);
            for (int column = 0; column < columns; column++) {
                collected.add(column, random.nextInt(3) == 0 ? random.nextDouble() : 0);
            }
            collected.endRow();
        }
        return collected.build();
    }

    private static void assertClose(DenseMatrix actual, DenseMatrix expected) {
        for (int i = 0; i < expected.values().length; i++) {
            assertThat((double) actual.values()[i]).isCloseTo(expected.values()[i], within(1e-5));
        }
    }
}
