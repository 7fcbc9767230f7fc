package dev.clew.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ClewPropertiesTest {

    @Test
    void asksTheDatabaseOfTheDemoUnlessToldOtherwise() {
        ClewProperties properties = bind(Map.of());
        assertThat(properties.neo4j().uri()).isEqualTo(URI.create("bolt://127.0.0.1:7687"));
        assertThat(properties.exitOnStdinClose()).isFalse();
    }

    @Test
    void readsTheEnvironment() {
        ClewProperties properties = bind(Map.of(
                "CLEW_NEO4J_URI", "neo4j://graph:7687", "CLEW_NEO4J_USERNAME", "neo4j", "CLEW_NEO4J_PASSWORD", "pw"));
        assertThat(properties.neo4j())
                .isEqualTo(new ClewProperties.Neo4j(URI.create("neo4j://graph:7687"), "neo4j", "pw"));
    }

    @Test
    void refusesAnAddressThatIsNoBoltAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClewProperties.Neo4j(URI.create("http://127.0.0.1:7474"), null, null))
                .withMessageStartingWith("clew.neo4j.uri (http://127.0.0.1:7474) must start with bolt:// or neo4j://");
    }

    @Test
    void refusesAUsernameWithoutPassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClewProperties.Neo4j(URI.create("bolt://127.0.0.1:7687"), "neo4j", null))
                .withMessageStartingWith("clew.neo4j.username and clew.neo4j.password must be given together.");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(new ClewProperties.Neo4j(URI.create("bolt://127.0.0.1:7687"), "neo4j", "s3cret"))
                .asString()
                .doesNotContain("s3cret");
    }

    private static ClewProperties bind(Map<String, Object> environmentVariables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(it -> environment.getPropertySources().remove(it.getName()));
        environment
                .getPropertySources()
                .addFirst(
                        environmentVariables.isEmpty()
                                ? new MapPropertySource("none", Map.of())
                                : new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                        environmentVariables));
        return new Binder(ConfigurationPropertySources.get(environment)).bindOrCreate("clew", ClewProperties.class);
    }
}
