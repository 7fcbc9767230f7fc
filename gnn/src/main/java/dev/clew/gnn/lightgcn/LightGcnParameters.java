package dev.clew.gnn.lightgcn;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.gnn.training.TrainingParameters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Settings of LightGCN.
 *
 * @param dimension length of the item vectors, at least 1
 * @param layers steps of graph convolution, at least 1
 * @param combination which layers make a vector
 * @param comparison how users and items are compared
 * @param temperature what cosines are divided by, greater than 0
 * @param popularityExponent cosine: how much longer items of more degree are, at least 0
 * @param loss what is learned from
 * @param negatives how the items that a user did not choose are drawn
 * @param negativeCount softmax: items drawn for each step, at least 1; bpr with hard negatives: items drawn for each action
 * @param start where the embeddings start
 * @param startSize root mean square of the embeddings at the start, greater than 0
 * @param training settings of the loop
 */
public record LightGcnParameters(
        int dimension,
        int layers,
        Combination combination,
        Comparison comparison,
        double temperature,
        double popularityExponent,
        Loss loss,
        Negatives negatives,
        int negativeCount,
        Start start,
        double startSize,
        TrainingParameters training) {
    /** Which layers make a vector. */
    public enum Combination {
        LAST,
        SUM
    }

    /** How users and items are compared. */
    public enum Comparison {
        COSINE,
        PRODUCT
    }

    /** What is learned from. */
    public enum Loss {
        SOFTMAX,
        BPR
    }

    /** How other items are drawn. */
    public enum Negatives {
        UNIFORM,
        POPULARITY,
        HARD
    }

    /** Where embeddings start. */
    public enum Start {
        RANDOM,
        SPECTRAL
    }

    public LightGcnParameters {
        if (loss == Loss.SOFTMAX && negatives == Negatives.HARD) {
            throw new IllegalArgumentException(
                    "negatives (hard) are for loss bpr: softmax weighs each drawn item by its score,"
                            + " so that the hardest count most anyway. Choose uniform or popularity.");
        }
    }

    private static final List<Parameter> OWN = List.of(
            Parameter.integer("dimension", 64, 1, 1024, "length of the item vectors"),
            Parameter.integer("layers", 4, 1, 8, "steps of graph convolution"),
            Parameter.choice(
                    "combination",
                    "which layers make a vector: the last alone, which is smoother, or the sum of all",
                    "last",
                    "sum"),
            Parameter.choice(
                    "similarity",
                    "how users and items are compared: cosine, or the product of vectors as they are",
                    "cosine",
                    "product"),
            Parameter.real(
                    "temperature",
                    0.06,
                    new Parameter.Range(0, false, 100, true),
                    "what cosines are divided by: with less, the hardest items count more"),
            Parameter.real(
                    "popularityExponent",
                    0.25,
                    Parameter.Range.closed(0, 1),
                    "cosine: items are as long as this power of their degree, so that much acted on ones lead"),
            Parameter.choice(
                    "loss", "softmax over drawn items, or one drawn item for each action (bpr)", "softmax", "bpr"),
            Parameter.choice(
                    "negatives",
                    "how items that a user did not choose are drawn; hard: with bpr, the best scored of several",
                    "uniform",
                    "popularity",
                    "hard"),
            Parameter.integer(
                    "negativeCount", 1024, 1, 65536, "items drawn a step; with hard negatives, for each action"),
            Parameter.choice("start", "where embeddings start", "random", "spectral"),
            Parameter.real(
                    "startSize",
                    0.1,
                    new Parameter.Range(0, false, 100, true),
                    "how long embeddings are at the start"));

    /** What callers may set. */
    static final List<Parameter> PARAMETERS =
            Stream.concat(OWN.stream(), TrainingParameters.PARAMETERS.stream()).toList();

    static LightGcnParameters of(Settings settings) {
        return new LightGcnParameters(
                Math.toIntExact(settings.integer("dimension")),
                Math.toIntExact(settings.integer("layers")),
                Combination.valueOf(upper(settings.text("combination"))),
                Comparison.valueOf(upper(settings.text("similarity"))),
                settings.real("temperature"),
                settings.real("popularityExponent"),
                Loss.valueOf(upper(settings.text("loss"))),
                Negatives.valueOf(upper(settings.text("negatives"))),
                Math.toIntExact(settings.integer("negativeCount")),
                Start.valueOf(upper(settings.text("start"))),
                settings.real("startSize"),
                TrainingParameters.of(settings));
    }

    /** Everything but the loop, in words. */
    String model() {
        return List.of(
                        dimension,
                        layers,
                        combination,
                        comparison,
                        temperature,
                        popularityExponent,
                        loss,
                        negatives,
                        negativeCount,
                        start,
                        startSize)
                .toString();
    }

    private static String upper(String choice) {
        return choice.toUpperCase(Locale.ROOT);
    }
}
