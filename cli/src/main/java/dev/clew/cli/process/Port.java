package dev.clew.cli.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A port on the loopback address.
 *
 * @param purpose what will listen there, for messages
 * @param option the option that changes the port
 * @param number 0 for any free one
 */
public record Port(String purpose, String option, int number) {

    private static final int LARGEST = 65_535;

    /** Checks the range. */
    public Port {
        if (number < 0 || number > LARGEST) {
            throw new CommandFailedException(
                    CommandFailedException.BAD_USAGE,
                    "%s (%d) must be in [0, %d]; 0 picks a free port.".formatted(option, number, LARGEST));
        }
    }

    /** Whether something else listens there. */
    public boolean isOccupied() {
        try {
            bound(number).close();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** This port, or a free one in place of 0. */
    public Port resolved() {
        return number == 0 ? new Port(purpose, option, free()) : this;
    }

    private static int free() {
        try (var socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandFailedException(
                    CommandFailedException.PORT_OCCUPIED, "There is no free port: " + e.getMessage(), e);
        }
    }

    private static ServerSocket bound(int number) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
