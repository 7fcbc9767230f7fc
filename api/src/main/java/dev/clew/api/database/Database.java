package dev.clew.api.database;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.springframework.stereotype.Component;

/**
 * Runs Clew's statements.
 *
 * <p>They only read, yet they are routed as writes: on a cluster that reaches the one instance whose snapshot follows every commit.
 */
@Component
public class Database {
    private static final QueryConfig TO_THE_WRITER =
            QueryConfig.builder().withRouting(RoutingControl.WRITE).build();

    private final Driver driver;

    Database(Driver driver) {
        this.driver = driver;
    }

    /**
     * Runs a statement and maps its rows in order.
     *
     * @throws org.neo4j.driver.exceptions.Neo4jException if the database refuses or cannot be reached
     */
    public <T> List<T> rows(Statement statement, Map<String, @Nullable Object> parameters, Function<Record, T> mapper) {
        return driver
                .executableQuery(statement.text())
                .withParameters(parameters)
                .withConfig(TO_THE_WRITER)
                .execute()
                .records()
                .stream()
                .map(mapper)
                .toList();
    }
}
