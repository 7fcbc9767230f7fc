package dev.clew.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the server is started with.
 *
 * @param home folder of the store and the logs, created when absent
 * @param address address that both ports listen on; must be a loopback address when {@code auth} is {@link AuthMode#NONE}
 * @param boltPort Bolt port, 0 for any free one
 * @param httpPort port of HTTP and Browser, 0 for any free one
 * @param auth who may log in
 * @param plugins folder that Neo4j scans for procedures; its jars must be on the class path as well, for the commit hook
 * @param further settings by Neo4j's own names; Neo4j refuses those it does not know
 */
record ServerSettings(
        Path home,
        String address,
        int boltPort,
        int httpPort,
        AuthMode auth,
        Path plugins,
        Map<String, String> further) {

    private static final int LARGEST_PORT = 65_535;

    /** What decides who reaches the server must pass the checks of its options. */
    private static final Map<String, String> HAVE_AN_OPTION = Map.of(
            "server.default_listen_address", "--address",
            "server.bolt.listen_address", "--bolt-port",
            "server.http.listen_address", "--http-port",
            "server.directories.plugins", "--plugins",
            "dbms.security.auth_enabled", "--auth");

    ServerSettings {
        home = home.toAbsolutePath().normalize();
        plugins = plugins.toAbsolutePath().normalize();
        further = Map.copyOf(further);
        further.keySet().forEach(ServerSettings::checkHasNoOption);
        checkPort("--bolt-port", boltPort);
        checkPort("--http-port", httpPort);
        if (boltPort == httpPort && boltPort != 0) {
            throw badUsage("--bolt-port and --http-port (both %d) must differ. Give one of them another number."
                    .formatted(boltPort));
        }
        if (auth == AuthMode.NONE && !isLoopback(address)) {
            throw badUsage(
                    "--address (%s) must be a loopback address such as 127.0.0.1 while authentication is off. Add --auth native to listen on other addresses."
                            .formatted(address));
        }
    }

    /**
     * The same settings with real numbers for ports given as 0.
     *
     * <p>Neo4j could pick the ports itself, but would then advertise port 7687 to Browser and to drivers that ask for routes.
     */
    ServerSettings withRealPorts() {
        int bolt = boltPort == 0 ? freePort() : boltPort;
        int http = httpPort == 0 ? freePort() : httpPort;
        return new ServerSettings(home, address, bolt, http, auth, plugins, further);
    }

    String boltUri() {
        return "bolt://" + at(boltPort);
    }

    String httpUri() {
        return "http://" + at(httpPort);
    }

    /** These settings as Neo4j knows them. */
    Map<String, String> toNeo4j() {
        var settings = new TreeMap<String, String>();
        settings.put("server.default_listen_address", address);
        settings.put("server.bolt.listen_address", at(boltPort));
        settings.put("server.bolt.advertised_address", ":" + boltPort);
        settings.put("server.http.listen_address", at(httpPort));
        settings.put("server.http.advertised_address", ":" + httpPort);
        settings.put("server.directories.plugins", plugins.toString());
        settings.put("server.memory.pagecache.size", String.valueOf(PageCache.forThisMachine()));
        settings.put("dbms.security.auth_enabled", String.valueOf(auth == AuthMode.NATIVE));
        settings.put("dbms.usage_report.enabled", "false");
        settings.put("client.allow_telemetry", "false");
        // Otherwise each store begins with two log files of 256 MB, most of a small store's size and start-up time.
        settings.put("db.tx_log.preallocate", "false");
        // The databases are closed by then; Netty would wait twice five seconds for stray packets.
        settings.put("internal.dbms.bolt.netty_server_shutdown_quiet_period", "0");
        settings.putAll(further);
        return settings;
    }

    private static void checkHasNoOption(String name) {
        String option = HAVE_AN_OPTION.get(name);
        if (option != null) {
            throw badUsage("--setting %s cannot be given, %s decides it. Use that option.".formatted(name, option));
        }
        if (name.endsWith(".listen_address")) {
            throw badUsage(
                    "--setting %s cannot be given: the server listens for Bolt and HTTP only, where --address says."
                            .formatted(name));
        }
    }

    private static void checkPort(String option, int port) {
        if (port < 0 || port > LARGEST_PORT) {
            throw badUsage("%s (%d) must be in [0, %d]; 0 picks a free port.".formatted(option, port, LARGEST_PORT));
        }
    }

    private String at(int port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    private int freePort() {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerStartException(
                    ExitCode.PORT_OCCUPIED, "No free port on %s: %s".formatted(address, e.getMessage()), e);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ServerStartException(
                    ExitCode.BAD_USAGE,
                    "--address (%s) must be an address of this machine; the name is unknown.".formatted(address),
                    e);
        }
    }

    private static ServerStartException badUsage(String message) {
        return new ServerStartException(ExitCode.BAD_USAGE, message);
    }
}
