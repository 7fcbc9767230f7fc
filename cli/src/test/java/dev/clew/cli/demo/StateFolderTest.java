package dev.clew.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.cli.process.CommandFailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    private Path folder = Path.of("");

    private StateFolder state = new StateFolder(folder);

    @BeforeEach
    void nameAFolderThatIsNotThere() {
        state = new StateFolder(folder.resolve("ml"));
    }

    @Test
    void keepsTheStoreOfTheSameDataWhetherItsLoadWasCompletedOrNot() throws IOException {
        Path store = loadedFrom("ratings of May");

        assertThat(state.prepareFor("ratings of May")).isFalse();
        assertThat(store).exists();
    }

    @Test
    void removesTheStoreOfOtherData() throws IOException {
        Path store = loadedFrom("ratings of May");

        assertThat(state.prepareFor("ratings of June")).isTrue();
        assertThat(store).doesNotExist();
        assertThat(state.path()).isDirectoryNotContaining("glob:**neo4j*");
    }

    @Test
    void keepsAStoreOnlyForTheDataItWasMadeAfreshFor() throws IOException {
        loadedFrom("ratings of May");
        Path store = loadedFrom("ratings of June");

        assertThat(state.prepareFor("ratings of June")).isFalse();
        assertThat(store).exists();
        assertThat(state.prepareFor("ratings of May")).isTrue();
    }

    @Test
    void keepsTheLogsWhenItStartsAfresh() throws IOException {
        loadedFrom("ratings of May");
        Path log = Files.createFile(Files.createDirectories(state.logs()).resolve("server.log"));

        state.prepareFor("ratings of June");

        assertThat(log).exists();
    }

    @Test
    void finishesWhatARunThatDiedWhileRemovingHadBegun() throws IOException {
        loadedFrom("ratings of May");
        Files.move(state.home(), state.path().resolve("neo4j-outdated"));

        assertThat(state.prepareFor("ratings of June")).isFalse();
        assertThat(state.path()).isDirectoryNotContaining("glob:**neo4j*");
    }

    @Test
    void refusesAFolderThatIsNotItsOwnAndLeavesItAsItIs() throws IOException {
        Path foreign = Files.createFile(Files.createDirectories(state.home()).resolve("somebody's.db"));

        assertThatThrownBy(() -> state.prepareFor("ratings of May"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(
                        "%s must be empty or a folder that the demo made: it holds files, and no clew-demo.properties among them. Choose another with --state.",
                        state.path())
                .extracting("exitCode")
                .isEqualTo(CommandFailedException.BAD_USAGE);
        assertThat(foreign).exists();
        assertThat(state.path()).isDirectoryNotContaining("glob:**clew-demo*");
    }

    @Test
    void refusesToRemoveAStoreThatIsInUse() throws IOException {
        Path store = loadedFrom("ratings of May");

        try (var channel = FileChannel.open(store, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> state.prepareFor("ratings of June"))
                    .hasMessage(
                            "The store in %s is of other data, but in use by another process. Stop that process, or choose another folder with --state.",
                            state.path());
        }
        assertThat(store).exists();
        assertThat(state.prepareFor("ratings of May")).isFalse();
    }

    /** Prepares the folder and puts a store there, of which there is only the lock. */
    private Path loadedFrom(String fingerprint) throws IOException {
        state.prepareFor(fingerprint);
        Path databases = Files.createDirectories(state.home().resolve("data/databases"));
        return Files.createFile(databases.resolve("store_lock"));
    }
}
