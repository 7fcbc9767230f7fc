package dev.clew.ingest.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.declaration.InteractionDeclaration;
import dev.clew.ingest.load.TestDatabase;
import dev.clew.ingest.source.RecordSink;
import dev.clew.ingest.source.Rejection;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeclaredGraphSourceTest {
    @RegisterExtension
    private final TestDatabase database = new TestDatabase();

    @Test
    void namesLabelsAndTypesAsTheyAreDeclared() {
        Declaration declaration = Declaration.fromMap(source().declaration());
        assertThat(declaration.user().label()).isEqualTo("Person");
        assertThat(declaration.item().label()).isEqualTo("Film");
        assertThat(declaration.attributes()).singleElement().satisfies(genre -> {
            assertThat(genre.kind()).isEqualTo("genre");
            assertThat(genre.outgoing()).isTrue();
        });
        assertThat(source().sections().stream().map(Section::name))
                .containsExactly("Person", "Film", "Genre", "RATED", "IN");
    }

    @Test
    void takesStrengthsAsThePluginReadsThem() throws IOException {
        InteractionDeclaration rated =
                Declaration.fromMap(source().declaration()).interactions().get(0);
        List<Float> strengths = rows("RATED").stream()
                .map(row -> rated.strength((Double) row.properties().get(0)))
                .toList();
        assertThat(strengths).containsExactly(2.25f, -1.5f, 0f);
        assertThat(rows("RATED").get(0).properties().get(1)).isEqualTo(1_000_000L);
    }

    @Test
    void hasAFingerprintOfWhatItReadNotOfTheOrder() {
        assertThat(source().fingerprint())
                .startsWith("declared Person1 Film3 Genre1 RATED3 IN1 ")
                .isEqualTo(source().fingerprint());
        assertThat(DeclaredGraphSource.read(database.driver(), "reversed").fingerprint())
                .endsWith(checksum(source()));
        assertThat(checksum(DeclaredGraphSource.read(database.driver(), "changed")))
                .isNotEqualTo(checksum(source()));
    }

    private static String checksum(DeclaredGraphSource source) {
        String fingerprint = source.fingerprint();
        return fingerprint.substring(fingerprint.lastIndexOf(' '));
    }

    @Test
    void refusesAGraphWithoutInteractions() {
        assertThatThrownBy(() -> DeclaredGraphSource.read(database.driver(), "empty"))
                .hasMessage("graph (empty) must have at least one interaction. Load data first.");
    }

    private DeclaredGraphSource source() {
        return DeclaredGraphSource.read(database.driver(), "films");
    }

    private List<RelationshipRow> rows(String type) throws IOException {
        List<RelationshipRow> rows = new ArrayList<>();
        for (Section section : source().sections()) {
            if (section instanceof RelationshipSection relationships
                    && section.name().equals(type)) {
                relationships.rows().read(new Collector(rows));
            }
        }
        return rows;
    }

    private record Collector(List<RelationshipRow> rows) implements RecordSink<RelationshipRow> {
        @Override
        public void accept(RelationshipRow row) {
            rows.add(row);
        }

        @Override
        public void reject(Rejection rejection) {
            throw new AssertionError(rejection);
        }

        @Override
        public void duplicate() {
            throw new AssertionError("A graph has no row twice.");
        }
    }
}
