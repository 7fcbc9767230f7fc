package dev.clew.benchmarks.timing;

/** One client with a connection of its own; used by one thread. */
public interface Client extends AutoCloseable {

    /**
     * Makes a call and reads its whole answer.
     *
     * @param index number of the call, from 0 over all clients
     * @return false if it ran into its time limit
     */
    boolean call(int index);

    @Override
    void close();
}
