package dev.clew.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isTheSampleUnlessDataIsGiven() {
        assertThat(Dataset.of(List.of()).name()).isEqualTo("sample");
    }

    @Test
    void isNamedAfterItsFolderSoThatTwoOfOneFormatDoNotShareState() throws Exception {
        Path data = Files.createDirectory(folder.resolve("gowalla"));

        assertThat(Dataset.of(List.of("triples", data.toString())).name()).isEqualTo("gowalla");
    }

    @Test
    void refusesAnUnknownFormat() {
        assertThatThrownBy(() -> Dataset.of(List.of("movielense", folder.toString())))
                .hasMessage("--data (movielense) must begin with movielens or triples, then the folder.");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Path absent = folder.resolve("absent");

        assertThatThrownBy(() -> Dataset.of(List.of("movielens", absent.toString())))
                .hasMessage("--data movielens: %s must be a folder.", absent);
    }

    @Test
    void opensTheSampleWithItsDeclaration() throws Exception {
        assertThat(Dataset.SAMPLE.open().declaration()).containsKeys("user", "item", "interactions", "attributes");
    }
}
