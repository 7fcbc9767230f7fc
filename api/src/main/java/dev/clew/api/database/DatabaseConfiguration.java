package dev.clew.api.database;

import dev.clew.api.ClewProperties;
import java.net.URI;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Points Spring's driver at the database named in {@link ClewProperties}. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    Neo4jConnectionDetails neo4jConnectionDetails(ClewProperties properties) {
        return new ConnectionDetails(properties.neo4j());
    }

    /** The dialect of Neo4j 5; the default one still writes the deprecated {@code id()}. */
    @Bean
    org.neo4j.cypherdsl.core.renderer.Configuration cypherDslConfiguration() {
        return org.neo4j.cypherdsl.core.renderer.Configuration.newConfig()
                .withDialect(Dialect.NEO4J_5)
                .build();
    }

    private record ConnectionDetails(ClewProperties.Neo4j neo4j) implements Neo4jConnectionDetails {
        @Override
        public URI getUri() {
            return neo4j.uri();
        }

        @Override
        public AuthToken getAuthToken() {
            String username = neo4j.username();
            String password = neo4j.password();
            return username == null || password == null ? AuthTokens.none() : AuthTokens.basic(username, password);
        }
    }
}
