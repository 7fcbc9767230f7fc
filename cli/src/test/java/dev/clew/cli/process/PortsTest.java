package dev.clew.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesEveryOccupiedPortAndItsOption() throws IOException {
        try (var bolt = occupant();
                var api = occupant()) {
            var ports = Ports.of(bolt.getLocalPort(), 0, api.getLocalPort());

            assertThatThrownBy(ports::reserved)
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessage(
                            "Port %d (Bolt) is occupied. Stop what listens there, or choose another port with --bolt-port.%n"
                                    + "Port %d (the REST API) is occupied. Stop what listens there, or choose another port with"
                                    + " --api-port.",
                            bolt.getLocalPort(), api.getLocalPort())
                    .extracting("exitCode")
                    .isEqualTo(CommandFailedException.PORT_OCCUPIED);
        }
    }

    @Test
    void takesFreePortsInPlaceOfZero() {
        var ports = Ports.of(0, 0, 0).reserved();

        assertThat(ports.bolt().number()).isPositive();
        assertThat(ports.boltUri()).isEqualTo("bolt://127.0.0.1:" + ports.bolt().number());
        assertThat(ports.reserved()).isEqualTo(ports);
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThatThrownBy(() -> Ports.of(7687, 70_000, 8080))
                .hasMessage("--http-port (70000) must be in [0, 65535]; 0 picks a free port.");
    }

    private static ServerSocket occupant() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
