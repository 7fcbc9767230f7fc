package dev.clew.ingest.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.clew.ingest.file.Fingerprint;
import dev.clew.ingest.file.Splitter;
import dev.clew.ingest.source.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The films of the sample, from {@code films.csv} beside this class: real films, facts only. */
public final class FilmCatalogue {
    private static final String RESOURCE = "films.csv";

    private FilmCatalogue() {}

    /** All films, in the file's order. */
    public static List<Film> films() {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            return reader.stream().map(FilmCatalogue::film).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sample's film catalogue cannot be read.", unreadable);
        }
    }

    private static InputStream open() {
        InputStream stream = FilmCatalogue.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("The jar of clew-ingest lacks " + RESOURCE + ". Build it again.");
        }
        return stream;
    }

    private static Film film(NamedCsvRecord row) {
        return new Film(
                new Origin(RESOURCE, row.getStartingLineNumber()),
                row.getField("id"),
                row.getField("title"),
                Integer.parseInt(row.getField("year")),
                values(row, "genres"),
                values(row, "directors"),
                values(row, "actors"),
                values(row, "countries"));
    }

    private static List<String> values(NamedCsvRecord row, String column) {
        return Splitter.split(row.getField(column), "|").stream().distinct().toList();
    }

    static String fingerprint(List<Film> films, long seed) {
        Fingerprint fingerprint = new Fingerprint("sample").add(Long.toString(seed));
        films.forEach(film -> fingerprint.add(film.toString()));
        return fingerprint.finish();
    }
}
