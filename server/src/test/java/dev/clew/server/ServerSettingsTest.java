package dev.clew.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    private static final Path HOME = Path.of("home");
    private static final Path PLUGINS = Path.of("plugins");

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void refusesAddressesBeyondThisMachineWithoutAuthentication(String address) {
        assertThatThrownBy(() -> new ServerSettings(HOME, address, 7687, 7474, AuthMode.NONE, PLUGINS, Map.of()))
                .isInstanceOf(ServerStartException.class)
                .hasMessage(
                        "--address (%s) must be a loopback address such as 127.0.0.1 while authentication is off."
                                + " Add --auth native to listen on other addresses.",
                        address)
                .extracting("exitCode")
                .isEqualTo(ExitCode.BAD_USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.0.0.53"})
    void listensOnAnyLoopbackAddressWithoutAuthentication(String address) {
        assertThat(new ServerSettings(HOME, address, 7687, 7474, AuthMode.NONE, PLUGINS, Map.of()).toNeo4j())
                .containsEntry("dbms.security.auth_enabled", "false");
    }

    @Test
    void listensAnywhereWithAuthentication() {
        assertThat(new ServerSettings(HOME, "0.0.0.0", 7687, 7474, AuthMode.NATIVE, PLUGINS, Map.of()).toNeo4j())
                .containsEntry("dbms.security.auth_enabled", "true")
                .containsEntry("server.bolt.listen_address", "0.0.0.0:7687");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesPortsThatDoNotExist(int port) {
        assertThatThrownBy(() -> new ServerSettings(HOME, "127.0.0.1", port, 7474, AuthMode.NONE, PLUGINS, Map.of()))
                .hasMessage("--bolt-port (%d) must be in [0, 65535]; 0 picks a free port.", port);
    }

    @Test
    void refusesOnePortForBothProtocols() {
        assertThatThrownBy(() -> new ServerSettings(HOME, "127.0.0.1", 7474, 7474, AuthMode.NONE, PLUGINS, Map.of()))
                .hasMessage("--bolt-port and --http-port (both 7474) must differ. Give one of them another number.");
    }

    @Test
    void writesIpv6AddressesInBrackets() {
        assertThat(new ServerSettings(HOME, "::1", 7687, 7474, AuthMode.NONE, PLUGINS, Map.of()).boltUri())
                .isEqualTo("bolt://[::1]:7687");
    }

    @Test
    void advertisesThePortsItPicked() {
        var settings = new ServerSettings(HOME, "127.0.0.1", 0, 0, AuthMode.NONE, PLUGINS, Map.of()).withRealPorts();

        assertThat(settings.boltPort()).isPositive();
        assertThat(settings.toNeo4j()).containsEntry("server.bolt.advertised_address", ":" + settings.boltPort());
    }

    @Test
    void reportsNoUsage() {
        assertThat(new ServerSettings(HOME, "127.0.0.1", 0, 0, AuthMode.NONE, PLUGINS, Map.of()).toNeo4j())
                .containsEntry("dbms.usage_report.enabled", "false")
                .containsEntry("client.allow_telemetry", "false");
    }

    @Test
    void passesFurtherSettingsOnUnderTheirOwnNames() {
        assertThat(with("server.memory.pagecache.size", "128m").toNeo4j())
                .containsEntry("server.memory.pagecache.size", "128m");
    }

    @ParameterizedTest
    @CsvSource({
        "server.default_listen_address, --address",
        "server.bolt.listen_address, --bolt-port",
        "dbms.security.auth_enabled, --auth"
    })
    void refusesSettingsThatWouldGetAroundTheChecksOfAnOption(String name, String option) {
        assertThatThrownBy(() -> with(name, "anything"))
                .hasMessage("--setting %s cannot be given, %s decides it. Use that option.", name, option);
    }

    @Test
    void refusesToListenAnywhereElse() {
        assertThatThrownBy(() -> with("server.https.listen_address", "0.0.0.0:7473"))
                .hasMessageStartingWith("--setting server.https.listen_address cannot be given");
    }

    private static ServerSettings with(String name, String value) {
        return new ServerSettings(HOME, "127.0.0.1", 0, 0, AuthMode.NONE, PLUGINS, Map.of(name, value));
    }
}
