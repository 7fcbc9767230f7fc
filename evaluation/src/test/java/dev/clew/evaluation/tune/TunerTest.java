package dev.clew.evaluation.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.recommend.Recommenders;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.protocol.Protocol;
import dev.clew.evaluation.protocol.SplitSettings;
import dev.clew.evaluation.protocol.Task;
import dev.clew.evaluation.protocol.Tasks;
import dev.clew.evaluation.protocol.ValidationProxy;
import dev.clew.evaluation.run.Candidates;
import dev.clew.evaluation.run.RunListener;
import dev.clew.ingest.GraphSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunerTest {
    private static final Recommenders RECOMMENDERS = Recommenders.installed(TunerTest.class.getClassLoader());
    private static final Map<String, Object> SEARCH = Map.of("data", "sample");

    private static Task task;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void carveValidation() throws IOException {
        SourceGraph sample = SourceGraph.read(GraphSources.sample());
        task = new Tasks(sample, Protocol.RANDOM, SplitSettings.DEFAULT, Clock.systemUTC())
                .validation(ValidationProxy.RANDOM);
    }

    private static TuneSettings settings(int trials, int keepOneIn) {
        return new TuneSettings(trials, "NDCG@10", keepOneIn, 200, 3, Double.POSITIVE_INFINITY, 2);
    }

    private List<Trial> search(TuneSettings settings, Journal journal) throws Exception {
        return new Tuner(RECOMMENDERS, task, Candidates.ALL, settings, RunListener.NONE)
                .search(RECOMMENDERS.named("walk-kernel"), journal);
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    @Test
    void randomSearchTriesEachSettingOnAllUsersAndPutsTheBestFirst() throws Exception {
        List<Trial> trials = search(settings(4, 1), Journal.open(file(), SEARCH));
        assertThat(trials).hasSize(4).allMatch(trial -> trial.users() == 0);
        assertThat(trials)
                .isSortedAccordingTo(Comparator.comparingDouble(Trial::value).reversed());
        assertThat(trials)
                .filteredOn(trial -> trial.number() == 0)
                .singleElement()
                .satisfies(defaults -> assertThat(defaults.settings()).isEmpty());
    }

    @Test
    void halvingGivesFewSettingsToManyUsers() throws Exception {
        List<Trial> best = search(settings(7, 3), Journal.open(file(), SEARCH));
        List<String> lines = Files.readAllLines(file());
        assertThat(lines.stream().filter(line -> line.contains("\"users\":200,")))
                .hasSize(7);
        assertThat(lines.stream().filter(line -> line.contains("\"users\":600,")))
                .hasSize(3);
        assertThat(best).as("one of three goes on to all users").hasSize(1);
    }

    @Test
    void aSearchThatWasKilledGoesOnAndEndsTheSame() throws Exception {
        List<Trial> whole = search(settings(5, 1), Journal.open(file(), SEARCH));
        List<String> lines = Files.readAllLines(file());
        Path cut = folder.resolve("cut.jsonl");
        Files.write(cut, lines.subList(0, 3));
        Files.writeString(cut, lines.get(3).substring(0, 20), StandardOpenOption.APPEND);

        Journal continued = Journal.open(cut, SEARCH);

        assertThat(continued.find(whole.get(0).number(), 7)).isEmpty();
        assertThat(search(settings(5, 1), continued)).isEqualTo(whole);
        assertThat(Files.readAllLines(cut)).hasSameSizeAs(lines);
    }

    @Test
    void finishedTrialsAreNotRepeated() throws Exception {
        search(settings(3, 1), Journal.open(file(), SEARCH));
        String before = Files.readString(file());
        search(settings(3, 1), Journal.open(file(), SEARCH));
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void aJournalOfAnotherSearchIsRefused() throws Exception {
        Journal.open(file(), SEARCH);
        assertThatThrownBy(() -> Journal.open(file(), Map.of("data", "other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is the journal of another search");
    }

    @Test
    void aPresetIsReadAsItWasWrittenAndOtherFormatsAreRefused() throws Exception {
        Path file = folder.resolve("presets/walk-kernel.json");
        Preset preset = new Preset(
                1, "walk-kernel", Map.of("degreeExponent", 0.25), "sample", "random", "NDCG@10", 0.1, 3, 1, "abc");
        preset.write(file);
        assertThat(Preset.read(file)).isEqualTo(preset);
        Files.writeString(file, Files.readString(file).replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"));
        assertThatThrownBy(() -> Preset.read(file)).hasMessageContaining("has format 2 and must have 1");
    }
}
