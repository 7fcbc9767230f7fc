package dev.clew.server;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.server.CommunityBootstrapper;

/**
 * Neo4j Community in this JVM, booted as the stock server boots itself.
 *
 * <p>The bootstrapper reports failures by its return code and its log, never by an exception, and installs the handlers of
 * SIGTERM and SIGINT as well as the shutdown hook that closes the store.
 */
final class EmbeddedNeo4j {

    /** The databases, recovery included, start before the bootstrapper returns: what is not there then has failed. */
    private static final Duration DATABASE_DEADLINE = Duration.ofSeconds(10);

    private EmbeddedNeo4j() {}

    /**
     * Starts Neo4j and waits until the database answers. From then on the JVM's standard output and error go to Neo4j's log.
     *
     * @throws ServerStartException saying what is in the way
     */
    static void start(ServerSettings settings) {
        var preflight = new Preflight(settings);
        preflight.check();
        var log = new BootLog(settings.home());
        var bootstrapper = new CommunityBootstrapper();
        String complaints = boot(bootstrapper, settings);
        if (!complaints.isEmpty() || !bootstrapper.isRunning()) {
            preflight.check();
            throw bootFailed(complaints.isEmpty() ? "its bootstrapper gave up" : complaints, log);
        }
        awaitDatabase(bootstrapper.getDatabaseManagementService(), log);
    }

    /** Returns what went wrong, or the empty string. */
    private static String boot(CommunityBootstrapper bootstrapper, ServerSettings settings) {
        var errors = new ByteArrayOutputStream();
        PrintStream standardError = System.err;
        // Neo4j closes both streams once its own log takes over, so it gets streams that may be closed.
        System.setOut(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        int code = start(bootstrapper, settings);
        if (code == 0) {
            return "";
        }
        System.setErr(standardError);
        return "its bootstrapper returned %d %s".formatted(code, errors.toString(StandardCharsets.UTF_8));
    }

    /** Unlike all that goes wrong later, a setting that Neo4j does not know is told by an exception. */
    private static int start(CommunityBootstrapper bootstrapper, ServerSettings settings) {
        try {
            return bootstrapper.start(settings.home(), null, settings.toNeo4j(), false, true);
        } catch (IllegalArgumentException e) {
            throw new ServerStartException(
                    ExitCode.BAD_USAGE, "Neo4j refuses a setting, see --setting. It says: " + e.getMessage(), e);
        }
    }

    private static void awaitDatabase(DatabaseManagementService databases, BootLog log) {
        var database = databases.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        if (!database.isAvailable(DATABASE_DEADLINE.toMillis())) {
            throw bootFailed("the database is not available", log);
        }
    }

    private static ServerStartException bootFailed(String reason, BootLog log) {
        return new ServerStartException(
                ExitCode.BOOT_FAILED, "Neo4j did not start: %s%n%s".formatted(reason.strip(), log.lastError()));
    }
}
