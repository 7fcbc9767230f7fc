package dev.clew.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.clew.api.database.Database;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class RecommendationGraphHealthIndicatorTest {
    private final Database database = mock();

    @Test
    void isUpWhenOneOfSeveralGraphsCanBeAsked() {
        Health health = healthOf(
                new GraphStatus("default", "ready", null), new GraphStatus("shop", "failed", "Label Product is gone"));
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry(
                        "graphs",
                        Map.of(
                                "default", Map.of("state", "ready"),
                                "shop", Map.of("state", "failed", "message", "Label Product is gone")));
    }

    @Test
    void isOutOfServiceWhileTheSnapshotIsBuilt() {
        assertThat(healthOf(new GraphStatus("default", "building", "")).getStatus())
                .isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void isOutOfServiceWhileNothingIsDeclared() {
        Health health = healthOf();
        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails()).containsEntry("message", "No graph is declared.");
    }

    @Test
    void isDownWithoutNamingTheDatabaseWhenItIsAway() {
        when(database.rows(any(), any(), any())).thenThrow(new ServiceUnavailableException("10.0.0.7 is away"));
        Health health = new RecommendationGraphHealthIndicator(database).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().toString())
                .contains("urn:clew:problem:database-away")
                .doesNotContain("10.0.0.7");
    }

    private Health healthOf(GraphStatus... graphs) {
        when(database.<GraphStatus>rows(any(), any(), any())).thenReturn(List.of(graphs));
        return new RecommendationGraphHealthIndicator(database).health();
    }
}
