package dev.clew.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServingSettingsTest {

    @Test
    void sharesCallsOutOverTheRoundsAndNeverMakesFewer() {
        assertThat(settings(100, 3).callsARound()).isEqualTo(34);
        assertThat(settings(100, 1).callsARound()).isEqualTo(100);
    }

    @Test
    void warmsUpBeforeARoundByAtMostAsManyCallsAsAreTimed() {
        assertThat(settings(100, 3).warmupARound()).isEqualTo(30);
        assertThat(settings(60, 3).warmupARound()).isEqualTo(20);
    }

    @Test
    void namesTheOptionThatIsOutOfRange() {
        assertThatThrownBy(() -> settings(0, 3)).hasMessage("--calls (0) must be at least 1.");
        assertThatThrownBy(() -> settings(1, 0)).hasMessage("--rounds (0) must be at least 1.");
    }

    private static ServingSettings settings(int calls, int rounds) {
        return new ServingSettings(
                Path.of("toy"),
                10,
                calls,
                30,
                rounds,
                List.of(1, 8),
                Set.of(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(300),
                1,
                null,
                Path.of("out"));
    }
}
