package dev.clew.cli.evaluate;

import dev.clew.cli.data.SourceOptions;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.protocol.Protocol;
import dev.clew.evaluation.protocol.SplitSettings;
import dev.clew.evaluation.protocol.Tasks;
import dev.clew.evaluation.run.Candidates;
import dev.clew.ingest.source.GraphSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What data is read and how its test part is set apart. */
final class DataOptions {

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description =
                    "given, random, leave-one-out, users, temporal or cold-items (default: given if the data has a"
                            + " test part, else temporal if it has times, else random).")
    private @Nullable String protocol;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Of the pairs, users or items that are held out for testing (default: ${DEFAULT-VALUE}).")
    private double testShare;

    @Option(
            names = "--validation-share",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Of the train part that is held out for validation (default: ${DEFAULT-VALUE}).")
    private double validationShare;

    @Option(
            names = "--candidates",
            paramLabel = "all|new",
            defaultValue = "all",
            description = "What is ranked: the whole catalogue, or items new to the train part alone (default:"
                    + " ${DEFAULT-VALUE}).")
    private String candidates = "";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of every draw (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** How much is held out for testing, and of the rest for validation. */
    List<Double> shares() {
        return List.of(testShare, validationShare);
    }

    long seed() {
        return seed;
    }

    /** The data's name in results: that of its folder or graph. */
    String dataset() {
        return source.dataset();
    }

    @Nullable
    Path data() {
        return source.data();
    }

    Candidates candidates() {
        return switch (candidates.toLowerCase(Locale.ROOT)) {
            case "all" -> Candidates.ALL;
            case "new" -> Candidates.NEW;
            default -> throw new IllegalArgumentException("--candidates (" + candidates + ") must be all or new.");
        };
    }

    GraphSource open() throws IOException {
        return source.open();
    }

    Tasks tasks(SourceGraph read) {
        Protocol chosen = protocol == null ? Tasks.defaultProtocol(read) : Protocol.of(protocol);
        return new Tasks(read, chosen, new SplitSettings(testShare, validationShare, seed), Clock.systemUTC());
    }
}
