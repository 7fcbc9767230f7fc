package dev.clew.cli.demo;

import dev.clew.cli.process.CommandFailedException;
import dev.clew.cli.process.Ports;

/**
 * What the demo does.
 *
 * @param dataset what is loaded
 * @param state keeps the store and the logs between runs
 * @param ports where everything listens
 * @param exit whether to end after printing
 * @param measuredCalls how many calls are timed, 0 for none
 */
record DemoSettings(Dataset dataset, StateFolder state, Ports ports, boolean exit, int measuredCalls) {

    DemoSettings {
        if (measuredCalls < 0) {
            throw new CommandFailedException(
                    CommandFailedException.BAD_USAGE,
                    "--measure (%d) must be at least 0; 0 measures nothing.".formatted(measuredCalls));
        }
    }
}
