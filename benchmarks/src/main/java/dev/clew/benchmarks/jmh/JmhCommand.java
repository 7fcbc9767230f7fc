package dev.clew.benchmarks.jmh;

import dev.clew.benchmarks.report.Origin;
import dev.clew.benchmarks.report.Results;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clew bench jmh}. */
@Command(
        name = "jmh",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures the inner loops by JMH: a step of a walk, whole answers, the merging of a commit into rows,"
                        + " the choice of the best items.")
public final class JmhCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..1",
            defaultValue = ".*",
            description = "Regular expression for what is measured, such as RowMerge (default: everything).")
    private String pattern = ".*";

    @Option(
            names = "--forks",
            paramLabel = "COUNT",
            defaultValue = "1",
            description = "Fresh JVMs for each benchmark; 0: this one (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(
            names = "--iterations",
            paramLabel = "COUNT",
            defaultValue = "5",
            description = "Measurements in each of them, after as many to warm up (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Option(
            names = "--millis",
            paramLabel = "MILLIS",
            defaultValue = "500",
            description = "Length of a measurement (default: ${DEFAULT-VALUE}).")
    private long millis;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of jmh.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var installation = Installation.current();
        var results =
                new Results(out == null ? installation.root().resolve("docs/results") : out, Console.ofThisProcess());
        Origin origin = Origin.here(command(), installation.root());
        List<JmhRow> rows = new Runner(options()).run().stream().map(JmhRow::of).toList();
        results.write("jmh", rows, new JmhReport(rows, origin).markdown());
        return 0;
    }

    private Options options() {
        TimeValue length = TimeValue.milliseconds(millis);
        return new OptionsBuilder()
                .include(JmhCommand.class.getPackageName() + ".*" + pattern)
                .forks(forks)
                .warmupIterations(iterations)
                .measurementIterations(iterations)
                .warmupTime(length)
                .measurementTime(length)
                .shouldFailOnError(true)
                .build();
    }

    private String command() {
        return "./clew bench jmh '%s' --forks %d --iterations %d --millis %d"
                .formatted(pattern, forks, iterations, millis);
    }
}
