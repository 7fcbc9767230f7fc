package dev.clew.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks for what would keep Neo4j from starting, so that the message can name it; Neo4j itself reports the same things as a
 * stack trace in its log.
 */
final class Preflight {

    private final ServerSettings settings;

    Preflight(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * Checks the home folder, the store's lock and both ports, the lock first: whoever holds the store usually holds the ports too.
     *
     * @throws ServerStartException naming the first thing that is in the way
     */
    void check() {
        checkHome();
        checkStoreLock();
        checkPort("Bolt", "--bolt-port", settings.boltPort());
        checkPort("HTTP", "--http-port", settings.httpPort());
    }

    private void checkHome() {
        try {
            Files.createDirectories(settings.home());
        } catch (IOException e) {
            throw new ServerStartException(
                    ExitCode.BAD_USAGE,
                    "--home (%s) must be a folder that can be written.".formatted(settings.home()),
                    e);
        }
    }

    private void checkStoreLock() {
        Path lockFile = settings.home().resolve("data/databases/store_lock");
        if (Files.exists(lockFile) && isLocked(lockFile)) {
            throw new ServerStartException(
                    ExitCode.STORE_LOCKED,
                    "The store in %s is in use by another process. Stop that process, or give another folder with --home."
                            .formatted(settings.home()));
        }
    }

    private static boolean isLocked(Path lockFile) {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new ServerStartException(
                    ExitCode.BOOT_FAILED,
                    "The lock file %s cannot be opened: %s".formatted(lockFile, e.getMessage()),
                    e);
        }
    }

    private void checkPort(String protocol, String option, int port) {
        if (port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), port));
        } catch (IOException e) {
            throw new ServerStartException(
                    ExitCode.PORT_OCCUPIED,
                    "Port %d on %s (%s) cannot be used: %s. Stop what listens there, or give another port with %s."
                            .formatted(port, settings.address(), protocol, e.getMessage(), option),
                    e);
        }
    }
}
