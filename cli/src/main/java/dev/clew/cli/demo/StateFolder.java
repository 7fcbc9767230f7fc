package dev.clew.cli.demo;

import dev.clew.cli.process.CommandFailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder that keeps a store and its logs between runs. A file in it tells that it is Clew's, and of which data the store is.
 *
 * <p>That file is written before the first row, not after the last: an interrupted load goes on with the data it began with, and is not
 * continued with other data. A store of other data is moved aside before the file changes and deleted after, so that no run that dies in
 * between leaves a store under the name of data it does not hold.
 *
 * @param path the folder, which need not exist
 */
record StateFolder(Path path) {

    private static final String MARK = "clew-demo.properties";
    private static final String FORMAT_VERSION = "1";
    private static final String FINGERPRINT = "fingerprint";

    /** The store that the database is started with. */
    Path home() {
        return path.resolve("neo4j");
    }

    /** Where the processes write what they print, and the load its bad rows. */
    Path logs() {
        return path.resolve("logs");
    }

    /**
     * Makes the folder ready for data: its store stays if it is of this data, complete or not, and is removed otherwise.
     *
     * @param fingerprint of the data, as {@link dev.clew.ingest.source.GraphSource#fingerprint}
     * @return whether a store of other data was removed
     * @throws CommandFailedException if the folder holds files but is not one that this class made, which is then left as it is; or if the
     *     store to remove is in use
     */
    boolean prepareFor(String fingerprint) {
        try {
            requireOwn();
            deleteAll(outdated());
            if (fingerprint.equals(mark().getProperty(FINGERPRINT))) {
                return false;
            }
            boolean removed = moveStoreAside();
            writeMark(fingerprint);
            deleteAll(outdated());
            return removed;
        } catch (IOException e) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED, "The folder %s cannot be prepared: %s".formatted(path, e), e);
        }
    }

    private Path outdated() {
        return path.resolve("neo4j-outdated");
    }

    private void requireOwn() throws IOException {
        Files.createDirectories(path);
        if (Files.exists(path.resolve(MARK))) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (entries.findAny().isPresent()) {
                throw new CommandFailedException(
                        CommandFailedException.BAD_USAGE,
                        "%s must be empty or a folder that the demo made: it holds files, and no %s among them. Choose another with --state."
                                .formatted(path, MARK));
            }
        }
    }

    private Properties mark() throws IOException {
        var mark = new Properties();
        if (Files.exists(path.resolve(MARK))) {
            try (var reader = Files.newBufferedReader(path.resolve(MARK))) {
                mark.load(reader);
            }
        }
        return mark;
    }

    /** A rename, so that a run that dies later does not leave half a store behind. */
    private boolean moveStoreAside() throws IOException {
        if (!Files.exists(home())) {
            return false;
        }
        if (isInUse()) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED,
                    "The store in %s is of other data, but in use by another process. Stop that process, or choose another folder with --state."
                            .formatted(path));
        }
        Files.move(home(), outdated(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private boolean isInUse() throws IOException {
        Path lockFile = home().resolve("data/databases/store_lock");
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private void writeMark(String fingerprint) throws IOException {
        Path fresh = path.resolve(MARK + ".new");
        Files.write(fresh, List.of("formatVersion=" + FORMAT_VERSION, FINGERPRINT + "=" + fingerprint));
        Files.move(fresh, path.resolve(MARK), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
