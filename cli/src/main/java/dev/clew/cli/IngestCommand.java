package dev.clew.cli;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.LoadDisplay;
import dev.clew.cli.output.LoadReport;
import dev.clew.ingest.load.LoadSummary;
import dev.clew.ingest.load.Loader;
import dev.clew.ingest.mapping.MappedSource;
import dev.clew.ingest.movielens.MovieLensSource;
import dev.clew.ingest.sample.SampleSource;
import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.triples.TriplesSource;
import java.io.IOException;
import java.nio.file.Path;
import org.neo4j.driver.Driver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clew ingest}: loads data into a running database. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "FORMAT",
        description = {
            "Loads data into a running database and declares it.",
            "Loading the same data twice changes nothing; a load that was killed goes on where it stopped."
        })
final class IngestCommand extends NeedsSubcommand {

    @Command(name = "sample", description = "Loads some 300 real films and 2,000 simulated people.")
    int sample(@Mixin IngestOptions options) {
        return load(SampleSource.open(), options);
    }

    @Command(
            name = "movielens",
            description = "Loads MovieLens: ratings.csv, movies.csv, tags.csv, links.csv, or u.data and u.item.")
    int movielens(@Parameters(paramLabel = "DIR") Path folder, @Mixin IngestOptions options) throws IOException {
        return load(MovieLensSource.open(folder), options);
    }

    @Command(
            name = "triples",
            description = "Loads numbered interactions and triples: train.txt, kg_final.txt, *_list.txt.")
    int triples(@Parameters(paramLabel = "DIR") Path folder, @Mixin IngestOptions options) throws IOException {
        return load(TriplesSource.open(folder), options);
    }

    @Command(name = "csv", description = "Loads CSV files as a mapping in YAML says.")
    int csv(
            @Option(names = "--mapping", paramLabel = "FILE", required = true) Path mapping,
            @Mixin IngestOptions options)
            throws IOException {
        return load(MappedSource.csv(mapping), options);
    }

    @Command(name = "jsonl", description = "Loads files with one JSON object a line as a mapping in YAML says.")
    int jsonl(
            @Option(names = "--mapping", paramLabel = "FILE", required = true) Path mapping,
            @Mixin IngestOptions options)
            throws IOException {
        return load(MappedSource.jsonl(mapping), options);
    }

    private static int load(GraphSource source, IngestOptions options) {
        var console = Console.ofThisProcess();
        try (Driver driver = options.connect()) {
            driver.verifyConnectivity();
            new LoadReport(console).print(write(source, driver, options, console));
        }
        return 0;
    }

    private static LoadSummary write(GraphSource source, Driver driver, IngestOptions options, Console console) {
        try (var display = new LoadDisplay(console)) {
            return new Loader(driver, options.toLoadOptions(), display).load(source);
        }
    }
}
