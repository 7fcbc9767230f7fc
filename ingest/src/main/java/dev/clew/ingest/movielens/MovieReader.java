package dev.clew.ingest.movielens;

import dev.clew.ingest.file.DelimitedRow;

/** Reads one row of a movies file. */
interface MovieReader {

    /**
     * The movie of a row.
     *
     * @throws dev.clew.ingest.file.InvalidValueException if the row is bad
     */
    Movie movie(DelimitedRow row);
}
