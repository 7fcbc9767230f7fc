package dev.clew.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RestartSettingsTest {

    @Test
    void nameTheCommandThatMeasuresTheSame() {
        assertThat(new RestartSettings(1_000_000, 3, Path.of("any")).command())
                .isEqualTo("./clew bench restart --interactions 1000000 --restarts 3");
    }

    @Test
    void refuseAStoreWithoutUsers() {
        assertThatThrownBy(() -> new RestartSettings(10, 3, Path.of("any")))
                .hasMessage("--interactions (10) must be at least 100.");
    }
}
