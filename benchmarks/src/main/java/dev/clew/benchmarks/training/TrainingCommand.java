package dev.clew.benchmarks.training;

import dev.clew.benchmarks.report.JsonFile;
import dev.clew.benchmarks.report.Origin;
import dev.clew.benchmarks.report.Results;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.CommandFailedException;
import dev.clew.cli.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench training}. */
@Command(
        name = "training",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Trains models on synthetic graphs in memory, each in a process of its own, and measures time and resident"
                        + " memory.")
public final class TrainingCommand implements Callable<Integer> {

    @Option(
            names = "--models",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "spectral,ridge-encoder",
            description = "What to train (default: ${DEFAULT-VALUE}).")
    private List<String> models = List.of();

    @Option(
            names = "--sizes",
            paramLabel = "COUNT",
            split = ",",
            defaultValue = "1000000,10000000",
            description = "Interactions of each graph (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--set",
            paramLabel = "MODEL.PARAMETER=VALUE",
            description = "A setting in place of its default, such as spectral.dimension=128; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--attributes",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "Attributes drawn for each item (default: ${DEFAULT-VALUE}).")
    private int attributes;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "6g",
            description = "Heap of each process (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of the graphs and of training (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of training.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var installation = Installation.current();
        var console = Console.ofThisProcess();
        List<TrainingRow> rows = new ArrayList<>();
        for (int size : sizes) {
            for (String model : models) {
                String step = "Training %s on %,d interactions".formatted(model, size);
                rows.add(console.step(step, () -> measure(model, size)).result());
            }
        }
        List<String> page =
                new ArrayList<>(Origin.here(command(), installation.root()).heading("Training on synthetic graphs"));
        page.addAll(TrainingRow.table(rows));
        Path folder = out == null ? installation.root().resolve("docs/results") : out;
        new Results(folder, console).write("training", rows, page);
        return 0;
    }

    private TrainingRow measure(String model, int size) throws IOException, InterruptedException {
        Path result = Files.createTempFile("clew-training-", ".json");
        try {
            Process probe =
                    new ProcessBuilder(probe(model, size, result)).inheritIO().start();
            if (probe.waitFor() != 0) {
                throw new CommandFailedException(
                        CommandFailedException.FAILED,
                        "Training %s on %,d interactions failed. With too little memory, give more by --heap (now %s)."
                                .formatted(model, size, heap));
            }
            return new JsonFile(result).readList(TrainingRow.class).get(0);
        } finally {
            Files.deleteIfExists(result);
        }
    }

    private List<String> probe(String model, int size, Path result) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                TrainingProbe.class.getName(),
                result.toString(),
                model,
                String.valueOf(size),
                String.valueOf(attributes),
                String.valueOf(seed)));
        settings.stream()
                .filter(setting -> setting.startsWith(model + "."))
                .map(setting -> setting.substring(model.length() + 1))
                .forEach(command::add);
        return command;
    }

    /** The command that makes the same figures. */
    private String command() {
        StringBuilder command = new StringBuilder("./clew bench training --models " + String.join(",", models));
        command.append(" --sizes ")
                .append(String.join(",", sizes.stream().map(String::valueOf).toList()));
        settings.forEach(setting -> command.append(" --set ").append(setting));
        return command.append(" --attributes %d --heap %s --seed %d".formatted(attributes, heap, seed))
                .toString();
    }
}
