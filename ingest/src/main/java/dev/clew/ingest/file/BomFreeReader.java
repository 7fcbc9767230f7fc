package dev.clew.ingest.file;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;

/** A reader without the byte order mark that some spreadsheets write first. */
final class BomFreeReader extends FilterReader {

    BomFreeReader(BufferedReader reader) throws IOException {
        super(reader);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }
}
