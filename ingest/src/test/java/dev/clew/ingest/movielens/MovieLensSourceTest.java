package dev.clew.ingest.movielens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.declaration.Declaration;
import dev.clew.ingest.source.RecordedRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLensSourceTest {
    @TempDir
    private Path directory;

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private void writeSmall() throws IOException {
        write("ratings.csv", """
                userId,movieId,rating,timestamp
                1,1,4.0,964982703
                1,3,0.7x,964981247
                2,1,5.5,964981248
                2,3,2.0,964981249
                2,3,2.5,964981250
                """);
        write("movies.csv", """
                movieId,title,genres
                1,Toy Story (1995),Adventure|Animation
                3,"American President, The (1995)",Comedy
                4,Untitled,(no genres listed)
                """);
        write("tags.csv", "userId,movieId,tag,timestamp\n1,1,Pixar,1\n2,1,pixar ,2\n");
        write("links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n3,0112346,\n");
    }

    private RecordedRows rows(String section) throws IOException {
        return RecordedRows.of(MovieLensSource.open(directory), section);
    }

    @Test
    void readsMoviesWithYearAndLinks() throws IOException {
        writeSmall();
        assertThat(rows("Movie").values())
                .containsExactly(
                        List.of(1L, "Toy Story", 1995L, "0114709", 862L),
                        Arrays.asList(3L, "American President, The", 1995L, "0112346", null),
                        Arrays.asList(4L, "Untitled", null, null, null));
    }

    @Test
    void readsRatingsInMillisecondsAndRejectsWhatIsNoRating() throws IOException {
        writeSmall();
        RecordedRows rated = rows("RATED");
        assertThat(rated.values())
                .containsExactly(List.of(1L, 1L, 4.0, 964982703000L), List.of(2L, 3L, 2.0, 964981249000L));
        assertThat(rated.rejections())
                .containsExactly(
                        "ratings.csv line 3: rating (0.7x) must be a number.",
                        "ratings.csv line 4: rating (5.5) must be in [0.5, 5].");
        assertThat(rated.duplicates()).isEqualTo(1);
    }

    @Test
    void readsGenresAndTagsOnceEach() throws IOException {
        writeSmall();
        assertThat(rows("IN_GENRE").values())
                .containsExactly(List.of(1L, "Adventure"), List.of(1L, "Animation"), List.of(3L, "Comedy"));
        assertThat(rows("TAGGED").values()).containsExactly(List.of(1L, "pixar"));
        assertThat(rows("User").values()).containsExactly(List.of(1L), List.of(2L));
    }

    @Test
    void declaresOnlyWhatOccurs() throws IOException {
        writeSmall();
        assertThat(Declaration.fromMap(MovieLensSource.open(directory).declaration())
                        .attributes())
                .extracting(attribute -> attribute.type())
                .containsExactly("IN_GENRE", "TAGGED");
        Files.delete(directory.resolve("tags.csv"));
        assertThat(Declaration.fromMap(MovieLensSource.open(directory).declaration())
                        .attributes())
                .extracting(attribute -> attribute.type())
                .containsExactly("IN_GENRE");
    }

    @Test
    void readsTheLayoutOfMl100k() throws IOException {
        write("u.data", "196\t242\t3\t881250949\n22\t242\t1\t878887116\n196\t1\t5\t881250950\n");
        String flags = "|0|0|0|0|0|1|0|0|1|0|0|0|0|0|0|0|0|0|0";
        Files.writeString(
                directory.resolve("u.item"),
                "242|Kolya (1996)|24-Jan-1997||http://example.org" + flags + "\n1|Misérables, Les (1995)|x||" + flags
                        + "\n",
                StandardCharsets.ISO_8859_1);

        assertThat(rows("Movie").values())
                .containsExactly(List.of(242L, "Kolya", 1996L), List.of(1L, "Misérables, Les", 1995L));
        assertThat(rows("IN_GENRE").values()).contains(List.of(242L, "Comedy"), List.of(242L, "Drama"));
        // Users' ratings do not stand together here, so repeats could not be told and the rows are merged.
        assertThat(rows("RATED").values()).hasSize(3).contains(List.of(196L, 242L, 3.0, 881250949000L));
        assertThat(rows("RATED").isDistinct()).isFalse();
    }

    @Test
    void hasTheSameFingerprintCompressedAndAnotherWhenChanged() throws IOException {
        writeSmall();
        String plain = MovieLensSource.open(directory).fingerprint();
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(directory.resolve("ratings.csv.gz")))) {
            Files.copy(directory.resolve("ratings.csv"), zip);
        }
        Files.delete(directory.resolve("ratings.csv"));
        assertThat(MovieLensSource.open(directory).fingerprint()).isEqualTo(plain);
        write("tags.csv", "userId,movieId,tag,timestamp\n");
        assertThat(MovieLensSource.open(directory).fingerprint()).isNotEqualTo(plain);
    }

    @Test
    void namesTheColumnThatIsMissing() throws IOException {
        writeSmall();
        write("ratings.csv", "user,movieId,rating,timestamp\n");
        assertThatThrownBy(() -> MovieLensSource.open(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have a column 'userId'. Its columns: user, movieId, rating, timestamp.");
    }
}
