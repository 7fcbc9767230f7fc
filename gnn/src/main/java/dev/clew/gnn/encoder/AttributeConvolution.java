package dev.clew.gnn.encoder;

import dev.clew.gnn.matrix.SparseMatrix;
import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph convolution from attributes to items, as a vertex of a DL4J graph:
 *
 * <pre>{@code
 * out(item) = sum over columns c: x(item, c) * weight(type(c)) * table(c)
 * }</pre>
 *
 * Inputs are the table, shape [columns, dimension], and the weights, shape [types, 1]; the rows x are set from outside, step by step. The product is
 * computed over the sparse rows: gathering and summing segments by ND4J takes some hundred times as long.
 */
final class AttributeConvolution extends org.deeplearning4j.nn.conf.graph.GraphVertex {
    private static final long serialVersionUID = 1;

    private final Rows rows;

    /** What is convolved at present: the items' rows, and for each column its type. One thread. */
    static final class Rows implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        private transient @Nullable SparseMatrix matrix;
        private transient int[] types = {};

        void set(SparseMatrix next, int[] typeOfColumn) {
            matrix = next;
            types = typeOfColumn;
        }

        private SparseMatrix matrix() {
            if (matrix == null) {
                throw new IllegalStateException("Rows must be set before they are convolved.");
            }
            return matrix;
        }
    }

    AttributeConvolution(Rows rows) {
        this.rows = rows;
    }

    @Override
    public org.deeplearning4j.nn.conf.graph.GraphVertex clone() {
        return new AttributeConvolution(rows);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributeConvolution convolution && convolution.rows == rows;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(rows);
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray params, boolean initialize, DataType type) {
        return new Vertex(graph, name, index, type, rows);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder("convolution", AttributeConvolution.class, inputs[0], inputs[0]).build();
    }

    @SuppressWarnings("overrides") // DL4J's own class declares an array where its interface has varargs.
    private static final class Vertex extends BaseGraphVertex {
        private static final long serialVersionUID = 1;

        private final Rows rows;

        @SuppressWarnings("NullAway") // DL4J sets the vertices around it later.
        Vertex(ComputationGraph graph, String name, int index, DataType type, Rows rows) {
            super(graph, name, index, null, null, type);
            this.rows = rows;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            SparseMatrix matrix = rows.matrix();
            double[] table = values(inputs[0]);
            double[] weights = values(inputs[1]);
            int n = inputs[0].columns();
            double[] out = new double[matrix.rows() * n];
            for (int row = 0; row < matrix.rows(); row++) {
                for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
                    int column = matrix.column(entry);
                    double factor = matrix.value(entry) * weights[rows.types[column]];
                    for (int j = 0; j < n; j++) {
                        out[row * n + j] += factor * table[column * n + j];
                    }
                }
            }
            return array(out, matrix.rows(), n);
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            SparseMatrix matrix = rows.matrix();
            double[] table = values(inputs[0]);
            double[] weights = values(inputs[1]);
            double[] slopes = values(epsilon);
            int n = inputs[0].columns();
            double[] byTable = new double[table.length];
            double[] byWeight = new double[weights.length];
            for (int row = 0; row < matrix.rows(); row++) {
                for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
                    int column = matrix.column(entry);
                    int type = rows.types[column];
                    double product = 0;
                    for (int j = 0; j < n; j++) {
                        product += slopes[row * n + j] * table[column * n + j];
                        byTable[column * n + j] += matrix.value(entry) * weights[type] * slopes[row * n + j];
                    }
                    byWeight[type] += matrix.value(entry) * product;
                }
            }
            return new Pair<>(
                    null, new INDArray[] {array(byTable, table.length / n, n), array(byWeight, weights.length, 1)});
        }

        private static double[] values(INDArray array) {
            return array.dup('c').data().asDouble();
        }

        private INDArray array(double[] values, int height, int width) {
            return Nd4j.create(values, new long[] {height, width}, 'c').castTo(dataType);
        }

        @Override
        public boolean hasLayer() {
            return false;
        }

        @Override
        @SuppressWarnings("NullAway") // As DL4J's own vertices without a layer.
        public Layer getLayer() {
            return null;
        }

        @Override
        public void setBackpropGradientsViewArray(INDArray gradients) {
            if (gradients != null) {
                throw new IllegalArgumentException("This vertex has no parameters.");
            }
        }

        @Override
        @SuppressWarnings("NullAway") // No masks, as DL4J writes it.
        public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int size) {
            return null;
        }

        @Override
        public String toString() {
            return "AttributeConvolution(" + Arrays.toString(new int[] {vertexIndex}) + ")";
        }
    }
}
