package dev.clew.api;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service, under the prefix {@code clew} or as environment variables such as {@code CLEW_NEO4J_URI}.
 *
 * @param neo4j the database to ask
 * @param exitOnStdinClose whether the service ends when its standard input closes, so that it dies with the parent that started it
 */
@ConfigurationProperties("clew")
public record ClewProperties(
        @DefaultValue Neo4j neo4j, @DefaultValue("false") boolean exitOnStdinClose) {

    /**
     * How to reach Neo4j.
     *
     * @param uri a Bolt or routing address
     * @param username who signs in; absent where the database runs without authentication
     * @param password the secret of {@code username}
     */
    public record Neo4j(
            @DefaultValue("bolt://127.0.0.1:7687") URI uri,
            @Nullable String username,
            @Nullable String password) {
        private static final Set<String> SCHEMES =
                Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

        public Neo4j {
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
                throw new IllegalArgumentException(
                        "clew.neo4j.uri (" + uri
                                + ") must start with bolt:// or neo4j://, or their +s forms, for example bolt://127.0.0.1:7687.");
            }
            if ((username == null) != (password == null)) {
                throw new IllegalArgumentException(
                        "clew.neo4j.username and clew.neo4j.password must be given together. Leave both out where Neo4j runs without authentication.");
            }
        }

        /** Names everything but the password. */
        @Override
        public String toString() {
            return "Neo4j[uri=" + uri + ", username=" + username + "]";
        }
    }
}
