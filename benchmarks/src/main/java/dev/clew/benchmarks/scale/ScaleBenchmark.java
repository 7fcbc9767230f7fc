package dev.clew.benchmarks.scale;

import dev.clew.benchmarks.report.JsonFile;
import dev.clew.benchmarks.report.Machine;
import dev.clew.benchmarks.report.Revision;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.CommandFailedException;
import dev.clew.cli.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures each graph in a process of its own, so that none finds the heap as another left it, and reports. */
final class ScaleBenchmark {
    private final ScaleSettings settings;
    private final Installation installation;
    private final Console console;

    ScaleBenchmark(ScaleSettings settings, Installation installation, Console console) {
        this.settings = settings;
        this.installation = installation;
        this.console = console;
    }

    void run() throws Exception {
        List<Measured> measured = new ArrayList<>();
        for (int size : settings.sizes()) {
            measured.add(console.step("%,d interactions".formatted(size), () -> measure(size))
                    .result());
        }
        var report = new ScaleReport(settings, measured, Machine.description(), Revision.of(installation.root()));
        report.write(settings.out());
        console.line("");
        report.markdown().forEach(console::line);
        console.line("");
        console.line("Written to %s".formatted(settings.out().toAbsolutePath().normalize()));
    }

    private Measured measure(int size) throws IOException, InterruptedException {
        Path result = Files.createTempFile("clew-scale-", ".json");
        try {
            Process probe =
                    new ProcessBuilder(command(size, result)).inheritIO().start();
            if (probe.waitFor() != 0) {
                throw new CommandFailedException(
                        CommandFailedException.FAILED,
                        "Measuring %,d interactions failed. With too little memory, give more by --heap (now %s)."
                                .formatted(size, settings.heap()));
            }
            return new JsonFile(result).readList(Measured.class).get(0);
        } finally {
            Files.deleteIfExists(result);
        }
    }

    private List<String> command(int size, Path result) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap(),
                "-cp",
                System.getProperty("java.class.path"),
                ScaleProbe.class.getName(),
                String.valueOf(size),
                String.valueOf(settings.requests()),
                String.valueOf(settings.maxWork()),
                String.valueOf(settings.seed()),
                result.toString());
    }
}
