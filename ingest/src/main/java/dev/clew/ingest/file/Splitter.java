package dev.clew.ingest.file;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text at each separator; blank pieces are left out, the others stripped. */
public final class Splitter {
    private Splitter() {}

    public static List<String> split(String text, String separator) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            add(pieces, text.substring(start, end));
            start = end + separator.length();
        }
        add(pieces, text.substring(start));
        return pieces;
    }

    private static void add(List<String> pieces, String piece) {
        String stripped = piece.strip();
        if (!stripped.isEmpty()) {
            pieces.add(stripped);
        }
    }
}
