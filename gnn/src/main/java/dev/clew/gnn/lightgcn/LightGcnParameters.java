package dev.clew.gnn.lightgcn;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.gnn.training.TrainingParameters;
import java.nio.file.Path;
import java.util.List;

/**
 * Settings of LightGCN.
 *
 * @param dimension length of the item vectors, at least 1
 * @param layers steps of graph convolution, at least 1
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
        Loss loss,
        Negatives negatives,
        int negativeCount,
        Start start,
        double startSize,
        TrainingParameters training) {
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

    /** What callers may set. */
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.integer("dimension", 64, 1, 1024, "length of the item vectors"),
            Parameter.integer("layers", 2, 1, 8, "steps of graph convolution"),
            Parameter.choice(
                    "loss", "softmax over drawn items, or one drawn item for each action (bpr)", "softmax", "bpr"),
            Parameter.choice(
                    "negatives",
                    "how items that a user did not choose are drawn; hard: with bpr, the best scored of several",
                    "uniform",
                    "popularity",
                    "hard"),
            Parameter.integer(
                    "negativeCount", 2048, 1, 65536, "items drawn a step; with hard negatives, for each action"),
            Parameter.choice("start", "where embeddings start", "random", "spectral"),
            Parameter.real(
                    "startSize", 0.1, new Parameter.Range(0, false, 100, true), "how long embeddings are at the start"),
            Parameter.integer("epochs", 40, 1, 10000, "how often every user is looked at"),
            Parameter.integer("usersPerStep", 4096, 1, 1 << 20, "users whose gradient moves the embeddings together"),
            Parameter.real(
                    "learningRate",
                    0.03,
                    new Parameter.Range(0, false, 10, true),
                    "size of the first step; it falls in a line to 0"),
            Parameter.real("weightDecay", 1e-6, Parameter.Range.closed(0, 1), "how much embeddings are drawn to 0"),
            Parameter.integer(
                    "patience", 5, 1, 10000, "epochs without a better validation figure before learning ends"),
            Parameter.text("checkpoint", null, "file that the state is kept in and gone on from; none if not given"));

    static LightGcnParameters of(Settings settings) {
        Path checkpoint = settings.optionalText("checkpoint").map(Path::of).orElse(null);
        return new LightGcnParameters(
                Math.toIntExact(settings.integer("dimension")),
                Math.toIntExact(settings.integer("layers")),
                Loss.valueOf(upper(settings.text("loss"))),
                Negatives.valueOf(upper(settings.text("negatives"))),
                Math.toIntExact(settings.integer("negativeCount")),
                Start.valueOf(upper(settings.text("start"))),
                settings.real("startSize"),
                new TrainingParameters(
                        Math.toIntExact(settings.integer("epochs")),
                        Math.toIntExact(settings.integer("usersPerStep")),
                        settings.real("learningRate"),
                        settings.real("weightDecay"),
                        Math.toIntExact(settings.integer("patience")),
                        checkpoint));
    }

    /** Everything but the loop, in words. */
    String model() {
        return List.of(dimension, layers, loss, negatives, negativeCount, start, startSize)
                .toString();
    }

    private static String upper(String choice) {
        return choice.toUpperCase(java.util.Locale.ROOT);
    }
}
