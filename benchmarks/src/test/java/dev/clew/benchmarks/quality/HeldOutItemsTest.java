package dev.clew.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.ingest.GraphSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutItemsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void holdsTheTestPartAndNothingOfTheTrainingPart() throws IOException {
        HeldOutItems heldOut = read("0 1 2\n1 3\n", "0 4 5 4\n");

        assertThat(heldOut.of(0L)).containsExactlyInAnyOrder(4L, 5L);
        assertThat(heldOut.of(1L)).isEmpty();
    }

    @Test
    void drawsTheSameUsersWhateverTheOrderOfLines() throws IOException {
        String train = "0 1\n1 1\n2 1\n3 1\n4 1\n";
        var forward = read(train, "0 2\n1 2\n2 2\n3 2\n4 2\n").sampleUsers(3, 7);
        var backward = read(train, "4 2\n3 2\n2 2\n1 2\n0 2\n").sampleUsers(3, 7);

        assertThat(forward).hasSize(3).doesNotHaveDuplicates().isEqualTo(backward);
    }

    @Test
    void drawsAllUsersWhenMoreAreWanted() throws IOException {
        assertThat(read("0 1\n1 1\n", "0 2\n1 2\n").sampleUsers(10, 7)).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void refusesDataWithoutATestPart() throws IOException {
        Files.writeString(folder.resolve("train.txt"), "0 1\n");
        var source = GraphSources.triples(folder);

        assertThatThrownBy(() -> HeldOutItems.read(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The data has no test part, so accuracy cannot be measured. Use data with train.txt and"
                        + " test.txt.");
    }

    private HeldOutItems read(String train, String test) throws IOException {
        Files.writeString(folder.resolve("train.txt"), train);
        Files.writeString(folder.resolve("test.txt"), test);
        return HeldOutItems.read(GraphSources.triples(folder));
    }
}
