package dev.clew.gnn.encoder;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.gnn.interactions.AttributeMatrix;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.ridge.RidgeEncoder;
import dev.clew.gnn.training.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Learns how much each type of relationship says of an item, and how the vectors that attributes lead to are to be mixed, so that users find items
 * nobody acted on:
 *
 * <pre>{@code
 * vector(item) = ( sum over columns c: x(item, c) * w(type(c)) * table(c) ) . M
 * }</pre>
 *
 * The table is the ridge encoder's. The items are split into {@value #FOLDS} parts; the items of one part are seen through a table that was made
 * without them, and users through what they did to others: as if the items had just been created ("whole items dropped"). The loss is a softmax of the users'
 * scores among some hundred such items, and a squared distance to the items' own vectors. One part is kept for early stopping: the weights after the
 * epoch with the best Recall@20 there are kept. All is linear, so what was learned folds into one table.
 *
 * <p>Sources: dropping whole items: Volkovs et al., DropoutNet, NIPS 2017; the contrast of items seen by their content: Wei et al., Contrastive
 * learning for cold-start recommendation (CLCRec), MM 2021; weights by type of relationship: Schlichtkrull et al., R-GCN, ESWC 2018.
 *
 * <p>Cost: a ridge regression for each part and one for all items; a step's products are small.
 */
final class GraphEncoder {
    private static final int FOLDS = 4;
    private static final int VALIDATION = 0;
    private static final int ITEMS_PER_STEP = 512;
    private static final int USERS_PER_STEP = 512;
    private static final int VALIDATION_USERS = 2000;
    private static final int K = 20;

    private final GraphEncoderParameters parameters;
    private final Workers workers;

    GraphEncoder(GraphEncoderParameters parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /** @param known vectors of items with interactions of the same graph */
    AttributeEncoder encode(RecommendationGraph graph, ItemVectors known, long seed, DoubleConsumer progress) {
        RidgeEncoder ridge = new RidgeEncoder(parameters.ridge(), workers);
        AttributeEncoder start = ridge.encode(graph, known);
        AttributeSpace space = start.space();
        if (space.size() == 0 || known.size() < 2 * FOLDS) {
            return start;
        }
        int[] types = space.blockOfColumns();
        SparseMatrix rows = AttributeMatrix.of(graph, known.nodes(), space);
        DenseMatrix vectors = new DenseMatrix(known.size(), known.dimension());
        known.history().values().get(vectors.values());
        int[] fold = folds(known.size(), seed);
        List<DenseMatrix> tables = IntStream.range(0, FOLDS)
                .mapToObj(part -> ridge.weights(without(rows, fold, part), vectors))
                .toList();
        Cold cold = new Cold(likes(graph, known), fold, vectors);
        RelationWeights best = learn(
                new Parts(rows, IntStream.of(types).boxed().toList(), tables, cold),
                space.blocks().size(),
                seed,
                progress);
        DenseMatrix table = new DenseMatrix(space.size(), known.dimension());
        for (int i = 0; i < table.values().length; i++) {
            table.values()[i] = start.value(i / table.columns(), i % table.columns());
        }
        return new AttributeEncoder(
                space, best.folded(table, types, workers).values(), known.dimension(), start.scales());
    }

    /** What steps are made of: rows and types of columns, and for each part the table made without it. */
    private record Parts(SparseMatrix rows, List<Integer> types, List<DenseMatrix> tables, Cold cold) {
        int[] typeOfColumn() {
            return types.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private RelationWeights learn(Parts parts, int types, long seed, DoubleConsumer progress) {
        int dimension = parts.tables().get(0).columns();
        Random random = new Random(seed);
        int steps = parameters.epochs() * steps(parts, random).size();
        EncoderNetwork network = new EncoderNetwork(types, dimension, parameters.learningRate(), steps);
        Checkpoint checkpoint = new Checkpoint(parameters.checkpoints(), "encoder", fingerprint(parts, seed));
        EncoderState kept = checkpoint.restored(EncoderState::read);
        RelationWeights best = network.weights(dimension);
        double most = kept == null ? validate(parts, best) : kept.recall();
        if (kept != null) {
            network.resume(kept.network());
            best = RelationWeights.of(kept.best(), dimension);
        }
        int step = 0;
        for (int epoch = 0; epoch < parameters.epochs(); epoch++) {
            // Drawn for the epochs that are done as well: those after them must get what they would have got.
            List<Step> drawn = steps(parts, random);
            if (kept != null && epoch < kept.epochs()) {
                step += drawn.size();
                continue;
            }
            for (Step next : drawn) {
                step(parts, next, network, step++);
                progress.accept((double) step / steps);
            }
            RelationWeights present = network.weights(dimension);
            double recall = validate(parts, present);
            if (recall > most) {
                most = recall;
                best = present;
            }
            checkpoint.save(new EncoderState(epoch + 1, network.state(), best.values(), most)::write);
        }
        return best;
    }

    /** Who goes on from a checkpoint must go on with the same; the tables stand for the data that they were made from. */
    private long fingerprint(Parts parts, long seed) {
        long hash = 31 * seed
                + Objects.hash(
                        parameters.epochs(),
                        parameters.learningRate(),
                        parameters.sharpness(),
                        parameters.regressionWeight());
        for (DenseMatrix table : parts.tables()) {
            hash = 31 * hash + Arrays.hashCode(table.values());
        }
        return 31 * hash + parts.types().hashCode();
    }

    /** Some items of a part. */
    private record Step(int part, List<Integer> items) {}

    private static List<Step> steps(Parts parts, Random random) {
        List<Step> steps = new ArrayList<>();
        for (int part = 0; part < FOLDS; part++) {
            List<Integer> items = new ArrayList<>(
                    IntStream.of(parts.cold().items(part)).boxed().toList());
            Collections.shuffle(items, random);
            for (int from = 0; part != VALIDATION && from < items.size(); from += ITEMS_PER_STEP) {
                steps.add(new Step(part, items.subList(from, Math.min(items.size(), from + ITEMS_PER_STEP))));
            }
        }
        Collections.shuffle(steps, random);
        return steps;
    }

    private void step(Parts parts, Step step, EncoderNetwork network, int number) {
        int[] items = step.items().stream().mapToInt(Integer::intValue).toArray();
        SparseMatrix likes = parts.cold().likes(items);
        int[] asked = Cold.withLikes(likes, USERS_PER_STEP);
        DenseMatrix users = parts.cold().users(asked, step.part(), workers);
        SparseMatrix rows = parts.rows().rows(items);
        int[] columns = IntStream.range(0, rows.entries())
                .map(rows::column)
                .distinct()
                .sorted()
                .toArray();
        int[] types =
                IntStream.of(columns).map(column -> parts.types().get(column)).toArray();
        DenseMatrix table = parts.tables().get(step.part()).rows(columns);
        DenseMatrix vectors = network.forward(rows.transposed().rows(columns).transposed(), types, table);
        ColdLoss loss = new ColdLoss(parameters.sharpness() / spread(users, vectors), parameters.regressionWeight());
        network.learn(
                loss.gradient(vectors, users, likes.rows(asked), parts.cold().vectors(items), workers), number);
    }

    /** The standard deviation of the scores, so that the softmax is as sharp for any data. */
    private double spread(DenseMatrix users, DenseMatrix vectors) {
        DenseMatrix scores = users.times(vectors.transposed(workers), workers);
        double sum = 0;
        double squares = 0;
        for (float score : scores.values()) {
            sum += score;
            squares += (double) score * score;
        }
        int n = scores.values().length;
        double variance = squares / n - sum / n * (sum / n);
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    /** Mean Recall@20 of users among the items of the part kept for it. */
    private double validate(Parts parts, RelationWeights weights) {
        int[] items = parts.cold().items(VALIDATION);
        SparseMatrix likes = parts.cold().likes(items);
        int[] asked = Cold.withLikes(likes, VALIDATION_USERS);
        DenseMatrix table = weights.folded(parts.tables().get(VALIDATION), parts.typeOfColumn(), workers);
        DenseMatrix vectors = parts.rows().rows(items).times(table, workers);
        DenseMatrix scores = parts.cold().users(asked, VALIDATION, workers).times(vectors.transposed(workers), workers);
        SparseMatrix wanted = likes.rows(asked);
        return IntStream.range(0, asked.length)
                .mapToDouble(user -> recall(scores, user, wanted))
                .average()
                .orElse(0);
    }

    private static double recall(DenseMatrix scores, int user, SparseMatrix wanted) {
        float[] row = Arrays.copyOfRange(scores.values(), user * scores.columns(), (user + 1) * scores.columns());
        float[] sorted = row.clone();
        Arrays.sort(sorted);
        float least = sorted[Math.max(0, sorted.length - K)];
        long found = IntStream.range(wanted.start(user), wanted.end(user))
                .filter(entry -> row[wanted.column(entry)] >= least)
                .count();
        return (double) found / (wanted.end(user) - wanted.start(user));
    }

    private static int[] folds(int items, long seed) {
        Random random = new Random(seed);
        return IntStream.generate(() -> random.nextInt(FOLDS)).limit(items).toArray();
    }

    /** The rows of items of other parts; the rest empty. */
    private static SparseMatrix without(SparseMatrix rows, int[] fold, int part) {
        double[] kept = new double[rows.rows()];
        for (int item = 0; item < kept.length; item++) {
            kept[item] = fold[item] == part ? 0 : 1;
        }
        double[] ones = new double[rows.columns()];
        Arrays.fill(ones, 1);
        return rows.scaled(kept, ones);
    }

    /** Shape [users, known items]. */
    private static SparseMatrix likes(RecommendationGraph graph, ItemVectors known) {
        InteractionMatrix all = InteractionMatrix.of(graph, Map.of());
        int[] columns = IntStream.range(0, known.size())
                .map(row -> all.items().column(known.node(row)))
                .toArray();
        return all.matrix().transposed().rows(columns).transposed();
    }
}
