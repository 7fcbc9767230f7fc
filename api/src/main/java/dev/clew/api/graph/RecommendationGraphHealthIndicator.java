package dev.clew.api.graph;

import dev.clew.api.database.Database;
import dev.clew.api.database.Statement;
import dev.clew.api.problem.DatabaseProblems;
import dev.clew.api.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Ready when the database answers and at least one declared graph can be asked. One graph of several that is being rebuilt does
 * not take the whole service away; its state is in the details.
 */
@Component
final class RecommendationGraphHealthIndicator implements HealthIndicator {
    private static final Statement STATUS = Statement.named("graph-status");

    private final Database database;

    RecommendationGraphHealthIndicator(Database database) {
        this.database = database;
    }

    /** A database that is away is a state to report, not an error to log at every probe. */
    @Override
    public Health health() {
        try {
            return health(database.rows(STATUS, Map.of(), GraphStatus::of));
        } catch (Neo4jException failure) {
            return down(DatabaseProblems.of(failure));
        }
    }

    private static Health down(ProblemException problem) {
        return Health.down()
                .withDetail("type", problem.type().uri())
                .withDetail("message", problem.detail())
                .build();
    }

    private static Health health(List<GraphStatus> graphs) {
        if (graphs.isEmpty()) {
            return Health.outOfService()
                    .withDetail("message", "No graph is declared.")
                    .build();
        }
        Health.Builder health = graphs.stream().anyMatch(GraphStatus::isReady) ? Health.up() : Health.outOfService();
        return health.withDetail(
                        "graphs", graphs.stream().collect(Collectors.toMap(GraphStatus::name, GraphStatus::details)))
                .build();
    }
}
