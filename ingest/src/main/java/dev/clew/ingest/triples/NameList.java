package dev.clew.ingest.triples;

import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.file.Numbers;
import dev.clew.ingest.file.Splitter;
import dev.clew.ingest.file.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@code item_list.txt} or {@code entity_list.txt}: a header, then {@code org_id remap_id}, maybe with further columns. The first
 * column is the name, the second the number; with only two columns a name may hold blanks. Lines that do not fit name nobody.
 */
final class NameList {
    private final List<@Nullable String> names = new ArrayList<>();

    private NameList() {}

    static Optional<NameList> find(Path directory, String name) throws IOException {
        Optional<TextFile> file = TextFile.find(directory, name);
        Optional<NameList> list = file.isPresent() ? Optional.of(read(file.get())) : Optional.empty();
        return list.filter(names -> names.largest() >= 0);
    }

    private static NameList read(TextFile file) throws IOException {
        NameList list = new NameList();
        int[] columns = {0};
        file.forEachLine((number, line) -> {
            List<String> pieces = Splitter.split(line.replace('\t', ' '), " ");
            if (number == 1) {
                columns[0] = pieces.size();
            } else {
                list.add(pieces, columns[0]);
            }
        });
        return list;
    }

    private void add(List<String> pieces, int columns) {
        int idAt = columns == 2 ? pieces.size() - 1 : 1;
        if (idAt < 1 || idAt >= pieces.size()) {
            return;
        }
        try {
            long id = Numbers.integer("remap_id", pieces.get(idAt));
            put(Math.toIntExact(id), String.join(" ", pieces.subList(0, idAt)));
        } catch (InvalidValueException | ArithmeticException notAnEntry) {
            // A line without a number names nobody.
        }
    }

    private void put(int id, String name) {
        while (names.size() <= id) {
            names.add(null);
        }
        names.set(id, name);
    }

    /** The name of a number; null if it has none. */
    @Nullable
    String name(int id) {
        return id < names.size() ? names.get(id) : null;
    }

    /** The largest number named, or -1. */
    int largest() {
        return names.size() - 1;
    }
}
