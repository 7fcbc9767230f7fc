package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.timing.Client;

/** Numbers its calls on from an earlier step. */
record OffsetClient(Client client, int first) implements Client {

    @Override
    public boolean call(int index) {
        return client.call(first + index);
    }

    @Override
    public void close() {
        client.close();
    }
}
