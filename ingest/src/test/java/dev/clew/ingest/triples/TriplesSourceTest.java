package dev.clew.ingest.triples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.declaration.Declaration;
import dev.clew.ingest.source.RecordedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriplesSourceTest {
    @TempDir
    private Path directory;

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private TriplesSource open() throws IOException {
        return TriplesSource.open(directory);
    }

    /** Items 0 to 3 (3 only in test), entities 4, 5, 6. */
    private void writeSmall() throws IOException {
        write("train.txt", "0 0 1 1\n1 2\n2 x 1\n");
        write("test.txt", "0 3\n5 0\n");
        write("kg_final.txt", "0 0 4\n1 0 4\n1 0 4\n4 1 5\n0 2 1\n6 3 2\n7 oops 8\n1 2\n");
    }

    @Test
    void loadsTrainOnlyAndRejectsLinesThatAreNoNumbers() throws IOException {
        writeSmall();
        RecordedRows rows = RecordedRows.of(open(), "INTERACTED");
        assertThat(rows.values()).containsExactly(List.of(0L, 0L), List.of(0L, 1L), List.of(1L, 2L));
        assertThat(rows.duplicates()).isEqualTo(1);
        assertThat(rows.rejections())
                .containsExactly("train.txt line 3: id (x) must be a whole number in [0, 2147483647].");
        assertThat(rows.isDistinct()).isTrue();
        assertThat(RecordedRows.of(open().heldOut(), "INTERACTED").values())
                .containsExactly(List.of(0L, 3L), List.of(5L, 0L));
    }

    @Test
    void makesNodesOfAllIdsBelowTheItemCountAndOfEntitiesAboveIt() throws IOException {
        writeSmall();
        assertThat(RecordedRows.of(open(), "Item").values())
                .containsExactly(List.of(0L), List.of(1L), List.of(2L), List.of(3L));
        assertThat(RecordedRows.of(open(), "Entity").values()).containsExactly(List.of(4L), List.of(5L), List.of(6L));
        assertThat(RecordedRows.of(open(), "User").values()).containsExactly(List.of(0L), List.of(1L), List.of(5L));
    }

    @Test
    void groupsTriplesByRelationAndRejectsLinesThatAreNone() throws IOException {
        writeSmall();
        RecordedRows first = RecordedRows.of(open(), "RELATION_0");
        assertThat(first.values()).containsExactly(List.of(0L, 4L), List.of(1L, 4L));
        assertThat(first.duplicates()).isEqualTo(1);
        assertThat(first.rejections())
                .containsExactly(
                        "kg_final.txt line 7: id (oops) must be a whole number in [0, 2147483647].",
                        "kg_final.txt line 8: numbers (2) must be three: head relation tail.");
        assertThat(RecordedRows.of(open(), "RELATION_3").values()).containsExactly(List.of(6L, 2L));
    }

    @Test
    void declaresRelationsToEntitiesAsAttributesAndOthersAsLinks() throws IOException {
        writeSmall();
        Declaration declaration = Declaration.fromMap(open().declaration());
        assertThat(declaration.attributes())
                .extracting(it -> it.type() + " " + it.kind() + " " + it.outgoing())
                .containsExactly("RELATION_0 relation 0 true", "RELATION_3 relation 3 false");
        assertThat(declaration.links())
                .extracting(it -> it.from() + " " + it.type() + " " + it.to())
                .containsExactly("ATTRIBUTE RELATION_1 ATTRIBUTE", "ITEM RELATION_2 ITEM");
    }

    @Test
    void takesNamesFromTheLists() throws IOException {
        writeSmall();
        write("item_list.txt", "org_id remap_id freebase_id\nabc 0 m.1\ndef 9 m.2\n");
        assertThat(RecordedRows.of(open(), "Item").values())
                .hasSize(10)
                .startsWith(List.of(0L, "abc"), Arrays.asList(1L, null))
                .endsWith(List.of(9L, "def"));
        assertThat(Declaration.fromMap(open().declaration()).item().name()).isEqualTo("name");
    }

    @Test
    void mergesWhereAUserHasTwoLines() throws IOException {
        write("train_1.txt", "0 0 1\n1 2\n0 1 2\n");
        assertThat(RecordedRows.of(open(), "INTERACTED").isDistinct()).isFalse();
        assertThat(open().sections()).hasSize(3);
    }

    @Test
    void saysWhenAKnowledgeGraphHoldsNoTriple() throws IOException {
        write("train.txt", "0 0\n");
        write("kg.txt", "a b c\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kg.txt must hold lines of 'head relation tail'. First problem: kg.txt line 1");
    }
}
