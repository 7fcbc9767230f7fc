package dev.clew.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

    @TempDir
    private Path folder = Path.of("");

    record Line(String zebra, int apple, @Nullable Double none) {}

    @Test
    void writesComponentsInTheirOrderAndReadsThemBack() throws IOException {
        Path file = folder.resolve("new/results.json");
        var lines = List.of(new Line("a", 1, null), new Line("b", 2, 0.5));

        new JsonFile(file).write(lines);

        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .isEqualTo("[{\"zebra\":\"a\",\"apple\":1,\"none\":null},{\"zebra\":\"b\",\"apple\":2,\"none\":0.5}]");
        assertThat(new JsonFile(file).readList(Line.class)).isEqualTo(lines);
    }

    @Test
    void readsAnEmptyListWhereThereIsNoFile() throws IOException {
        assertThat(new JsonFile(folder.resolve("none.json")).readList(Line.class))
                .isEmpty();
    }
}
