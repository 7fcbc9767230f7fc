package dev.clew.api.graph;

import dev.clew.api.database.Database;
import dev.clew.api.database.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Ready when the database answers and at least one declared graph can be asked. One graph of several that is being rebuilt does
 * not take the whole service away; its state is in the details.
 */
@Component
final class RecommendationGraphHealthIndicator extends AbstractHealthIndicator {
    private static final Statement STATUS = Statement.named("graph-status");

    private final Database database;

    RecommendationGraphHealthIndicator(Database database) {
        super("The recommendation graphs could not be asked for their state");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<GraphStatus> graphs = database.rows(STATUS, Map.of(), GraphStatus::of);
        if (graphs.isEmpty()) {
            health.outOfService().withDetail("message", "No graph is declared.");
            return;
        }
        (graphs.stream().anyMatch(GraphStatus::isReady) ? health.up() : health.outOfService())
                .withDetail(
                        "graphs", graphs.stream().collect(Collectors.toMap(GraphStatus::name, GraphStatus::details)));
    }
}
