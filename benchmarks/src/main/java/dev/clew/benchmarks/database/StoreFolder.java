package dev.clew.benchmarks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the store of a run lies: in a folder that is kept, or in a temporary one that goes with the run. */
public final class StoreFolder implements AutoCloseable {

    private final Path path;
    private final boolean temporary;

    private StoreFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /**
     * A folder for one data set.
     *
     * @param kept parent of the folders that are kept; null: a new temporary folder
     */
    public static StoreFolder of(@Nullable Path kept, String dataset) throws IOException {
        return kept == null
                ? new StoreFolder(Files.createTempDirectory("clew-bench-"), true)
                : new StoreFolder(Files.createDirectories(kept.resolve(dataset)), false);
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            deleteAll();
        }
    }

    private void deleteAll() throws IOException {
        try (var files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            deepestFirst.forEach(StoreFolder::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be deleted".formatted(file), e);
        }
    }
}
