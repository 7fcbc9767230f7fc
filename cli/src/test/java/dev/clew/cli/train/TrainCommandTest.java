package dev.clew.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.model.Model;
import dev.clew.core.model.ModelBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TrainCommandTest {
    private static final String INSTALLATION = "clew.installation";

    private final String installation = System.getProperty(INSTALLATION, "");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void installHere() throws IOException {
        System.setProperty(INSTALLATION, folder.toString());
        Path data = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(data.resolve("train.txt"), "0 0 1 4\n1 0 1 2 3\n2 3 0 4\n3 1 2 3\n4 0 2 4\n5 1 3 4\n");
        Files.writeString(data.resolve("kg.txt"), "0 0 7\n1 0 7\n2 0 8\n3 0 8\n4 0 7\n");
        Files.writeString(data.resolve("test.txt"), "no numbers: it must stay closed\n");
    }

    @AfterEach
    void restore() {
        System.setProperty(INSTALLATION, installation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spectral", "ridge-encoder", "ease"})
    void writesAModelOfFilesIntoAFile(String recommender) throws Exception {
        assertThat(train("--model", recommender, "--validation-share", "0.3")).isZero();

        Model model = read(recommender);
        assertThat(model.recommender()).isEqualTo(recommender);
        assertThat(model.items().size()).isEqualTo(5);
    }

    @Test
    void trainsWithTheSettingsThatAreGiven() throws Exception {
        assertThat(train("--model", "spectral", "--set", "dimension=1", "--validation-share", "0.3"))
                .isZero();
        assertThat(read("spectral").content().dimension()).isEqualTo(1);
    }

    @Test
    void refusesWhatNoTrainingIsFor() {
        assertThatThrownBy(() -> train("--model", "meta-path", "--validation-share", "0.3"))
                .hasMessageContaining("recommender (meta-path) has nothing to keep");
        assertThatThrownBy(() -> train("--model", "spectral", "--set", "dimensions=3"))
                .hasMessageContaining("Did you mean 'dimension'?");
        assertThatThrownBy(() -> train("--model", "spectral", "--set", "3"))
                .hasMessage("--set (3) must be PARAMETER=VALUE, such as dimension=256.");
        assertThatThrownBy(() -> train("--model", "nobody"))
                .hasMessageContaining("recommender (nobody) is not installed");
    }

    private int train(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("shop").toString()));
        TrainCommand command = new TrainCommand();
        new CommandLine(command).parseArgs(all.toArray(String[]::new));
        return command.call();
    }

    private Model read(String recommender) throws IOException {
        Path file = folder.resolve(".clew/shop/models").resolve(recommender + ".clewmodel");
        try (InputStream in = Files.newInputStream(file)) {
            return ModelBytes.read(in);
        }
    }
}
