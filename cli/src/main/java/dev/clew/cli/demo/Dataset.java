package dev.clew.cli.demo;

import dev.clew.cli.process.CommandFailedException;
import dev.clew.ingest.movielens.MovieLensSource;
import dev.clew.ingest.sample.SampleSource;
import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.triples.TriplesSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the demo loads.
 *
 * @param format how it is laid out
 * @param folder where it lies; null for the sample, which Clew brings along
 */
record Dataset(Format format, @Nullable Path folder) {

    static final Dataset SAMPLE = new Dataset(Format.SAMPLE, null);

    enum Format {
        SAMPLE,
        MOVIELENS,
        TRIPLES
    }

    /**
     * Reads the two arguments of {@code --data}.
     *
     * @param arguments a format and a folder, or nothing for the sample
     */
    static Dataset of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return SAMPLE;
        }
        Path folder = Path.of(arguments.get(1)).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw badUsage("--data %s: %s must be a folder.".formatted(arguments.get(0), folder));
        }
        return new Dataset(format(arguments.get(0)), folder);
    }

    /** Names the folder that keeps the state. */
    String name() {
        Path last = folder == null ? null : folder.getFileName();
        return last == null ? format.name().toLowerCase(Locale.ROOT) : last.toString();
    }

    GraphSource open() throws IOException {
        if (folder == null) {
            return SampleSource.open();
        }
        return format == Format.MOVIELENS ? MovieLensSource.open(folder) : TriplesSource.open(folder);
    }

    private static Format format(String name) {
        return switch (name) {
            case "movielens" -> Format.MOVIELENS;
            case "triples" -> Format.TRIPLES;
            default ->
                throw badUsage("--data (%s) must begin with movielens or triples, then the folder.".formatted(name));
        };
    }

    private static CommandFailedException badUsage(String message) {
        return new CommandFailedException(CommandFailedException.BAD_USAGE, message);
    }
}
