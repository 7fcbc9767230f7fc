package dev.clew.ingest.load;

import dev.clew.ingest.source.GraphSource;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ClientException;

/** Loads a source into a database and declares the graph it makes: what {@code clew ingest} calls. */
public final class Loader {
    private static final String HAS_DECLARE =
            "SHOW PROCEDURES YIELD name WHERE name = 'clew.graph.declare' RETURN count(*) AS count";
    private static final String DECLARE =
            "CALL clew.graph.declare($name, $declaration) YIELD name, version RETURN name, version";

    private final Driver driver;
    private final LoadOptions options;
    private final LoadListener listener;

    /** A loader; the caller closes the driver. */
    public Loader(Driver driver, LoadOptions options, LoadListener listener) {
        this.driver = driver;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Loads and, if the options say so and the source has a declaration, declares.
     *
     * @throws LoadException if the database lacks Clew's plugin, refuses the declaration, or is being loaded by another process
     * @throws TooManyRejectsException if more rows are bad than allowed
     */
    public LoadSummary load(GraphSource source) {
        boolean declare = options.declare() && !source.declaration().isEmpty();
        if (declare) {
            requirePlugin();
        }
        LoadSummary summary = new GraphWriter(driver, options, listener).write(source);
        if (!declare) {
            return summary;
        }
        declare(source.declaration());
        return new LoadSummary(
                summary.source(),
                summary.outcome(),
                summary.sections(),
                summary.rejected(),
                summary.firstRejections(),
                true,
                summary.seconds());
    }

    /** Asked before the first row, not after the last. */
    private void requirePlugin() {
        try (Session session = driver.session()) {
            if (session.run(HAS_DECLARE).single().get("count").asLong() == 0) {
                throw new LoadException(
                        "The database has no procedure clew.graph.declare. Put Clew's plugin jar into its"
                                + " plugins folder and restart it, or load without declaring (--no-declare).");
            }
        }
    }

    private void declare(Map<String, Object> declaration) {
        try (Session session = driver.session()) {
            session.run(DECLARE, Map.of("name", options.graph(), "declaration", declaration))
                    .consume();
        } catch (ClientException refused) {
            throw new LoadException(
                    "The data is loaded, but graph '" + options.graph() + "' could not be declared: "
                            + refused.getMessage(),
                    refused);
        }
    }
}
