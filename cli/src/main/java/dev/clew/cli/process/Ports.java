package dev.clew.cli.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three ports of a running Clew. */
public record Ports(Port bolt, Port http, Port api) {

    /** Checks the numbers. */
    public static Ports of(int bolt, int http, int api) {
        return new Ports(
                new Port("Bolt", "--bolt-port", bolt),
                new Port("HTTP and Browser", "--http-port", http),
                new Port("the REST API", "--api-port", api));
    }

    /**
     * The ports to use, with free ones in place of 0.
     *
     * @throws CommandFailedException naming every port that is occupied and the option that changes it
     */
    public Ports reserved() {
        List<Port> occupied =
                Stream.of(bolt, http, api).filter(Port::isOccupied).toList();
        if (!occupied.isEmpty()) {
            throw new CommandFailedException(CommandFailedException.PORT_OCCUPIED, complaint(occupied));
        }
        return new Ports(bolt.resolved(), http.resolved(), api.resolved());
    }

    /** Address of the database for drivers. */
    public String boltUri() {
        return "bolt://127.0.0.1:" + bolt.number();
    }

    /** Address of Browser and of the HTTP API of the database. */
    public String httpUri() {
        return "http://127.0.0.1:" + http.number();
    }

    /** Address of the REST API. */
    public String apiUri() {
        return "http://127.0.0.1:" + api.number();
    }

    private static String complaint(List<Port> occupied) {
        return occupied.stream()
                .map(port -> "Port %d (%s) is occupied. Stop what listens there, or choose another port with %s."
                        .formatted(port.number(), port.purpose(), port.option()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
