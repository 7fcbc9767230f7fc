package dev.clew.cli.database;

import dev.clew.cli.process.CommandFailedException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import picocli.CommandLine.Option;

/** Options of every command that connects to a database. */
public final class DatabaseOptions {

    private static final String PASSWORD = "CLEW_NEO4J_PASSWORD";

    @Option(
            names = "--uri",
            paramLabel = "URI",
            defaultValue = "bolt://127.0.0.1:7687",
            description = "Address of the database (default: ${DEFAULT-VALUE}).")
    private String uri = "";

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "Who signs in; the password comes from the environment: " + PASSWORD + ".")
    private @Nullable String username;

    /** A driver for the database; the caller closes it. */
    public Driver connect() {
        return GraphDatabase.driver(uri, credentials());
    }

    private AuthToken credentials() {
        if (username == null) {
            return AuthTokens.none();
        }
        String password = System.getenv(PASSWORD);
        if (password == null) {
            throw new CommandFailedException(
                    CommandFailedException.BAD_USAGE,
                    "--username (%s) needs the password in the environment variable %s.".formatted(username, PASSWORD));
        }
        return AuthTokens.basic(username, password);
    }
}
