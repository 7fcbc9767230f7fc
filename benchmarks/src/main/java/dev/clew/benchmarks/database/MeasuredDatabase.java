package dev.clew.benchmarks.database;

import dev.clew.cli.process.CommandFailedException;
import dev.clew.cli.process.Installation;
import dev.clew.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;

/** Neo4j with Clew's plugin and Graph Data Science in a process of its own, and a driver to it. */
public final class MeasuredDatabase implements AutoCloseable {

    private static final String SERVER = "server/target/clew-server";
    private static final String PLUGINS = "benchmarks/peers/target/plugins";

    /**
     * All of the heap from the start and for good, a quarter of the memory, as the operations manual has it: growing it takes time in the middle of a call, and so does shrinking it when a
     * concurrent marking ends.
     */
    private static final List<String> WHOLE_HEAP = List.of("-XX:InitialRAMPercentage=25", "-XX:MaxHeapFreeRatio=100");

    private static final String RECOMMENDERS = CypherFile.read(MeasuredDatabase.class, "recommenders");
    private static final String VERSIONS = CypherFile.read(MeasuredDatabase.class, "versions");

    private final ServerProcess server;
    private final Driver driver;

    private MeasuredDatabase(ServerProcess server) {
        this.server = server;
        this.driver = GraphDatabase.driver(server.boltUri(), AuthTokens.none());
    }

    /**
     * Starts the server on free ports.
     *
     * @param home folder of the store
     */
    public static MeasuredDatabase start(Installation installation, Path home) {
        return start(installation, home, List.of());
    }

    /** The same with further options of its JVM. */
    public static MeasuredDatabase start(Installation installation, Path home, List<String> javaOptions) {
        List<String> options = new ArrayList<>(javaOptions);
        options.addAll(WHOLE_HEAP);
        return new MeasuredDatabase(ServerProcess.start(
                existing(installation.root().resolve(SERVER)),
                existing(installation.root().resolve(PLUGINS)),
                home,
                options,
                "--setting",
                "dbms.security.procedures.unrestricted=gds.*,benchmark.*"));
    }

    /** The driver; closed with the database. */
    public Driver driver() {
        return driver;
    }

    /** Runs a statement outside of what is measured and returns its rows. */
    public List<Record> rows(String statement, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            return session.run(statement, parameters).list();
        }
    }

    /** Runs a statement that the database gives up after a while. */
    public void run(String statement, Map<String, Object> parameters, Duration timeout) {
        var limited = TransactionConfig.builder().withTimeout(timeout).build();
        try (Session session = driver.session()) {
            session.run(statement, parameters, limited).consume();
        }
    }

    /** The names of the installed recommenders. */
    public List<String> recommenders() {
        return rows(RECOMMENDERS, Map.of()).stream()
                .map(row -> row.get("name").asString())
                .map(name -> name.substring(name.indexOf('\'') + 1, name.lastIndexOf('\'')))
                .toList();
    }

    /** The version of Neo4j. */
    public String version() {
        return rows(VERSIONS, Map.of()).get(0).get("version").asString();
    }

    @Override
    public void close() {
        driver.close();
        server.close();
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED,
                    "%s is missing. Run ./clew bench, which builds it, or mvn package.".formatted(folder));
        }
        return folder;
    }
}
