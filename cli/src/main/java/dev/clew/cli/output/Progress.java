package dev.clew.cli.output;

/** Shows how far some work is, until it is closed. */
public sealed interface Progress extends AutoCloseable permits BarProgress, LineProgress {

    /** The total of work whose length is not known. */
    long UNKNOWN = -1;

    /** Tells how much is done by now. */
    void at(long done);

    @Override
    void close();
}
