package dev.clew.api.problem;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The kinds of problem a caller can tell apart; each has a stable {@link #uri}. */
public enum ProblemType {
    BAD_ARGUMENT(HttpStatus.BAD_REQUEST, "Bad argument", null),
    UNKNOWN_USER(HttpStatus.NOT_FOUND, "Unknown user", null),
    UNKNOWN_ITEM(HttpStatus.NOT_FOUND, "Unknown item", null),
    UNKNOWN_GRAPH(HttpStatus.NOT_FOUND, "Unknown graph", null),
    NO_GRAPH_DECLARED(HttpStatus.SERVICE_UNAVAILABLE, "No graph is declared", Duration.ofSeconds(10)),
    WARMING_UP(HttpStatus.SERVICE_UNAVAILABLE, "Warming up", Duration.ofSeconds(2)),
    DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "Database away", Duration.ofSeconds(5)),
    PLUGIN_MISSING(HttpStatus.SERVICE_UNAVAILABLE, "Clew is not installed in the database", Duration.ofSeconds(60)),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", null);

    private final HttpStatus status;
    private final String title;
    private final @Nullable Duration retryAfter;

    ProblemType(HttpStatus status, String title, @Nullable Duration retryAfter) {
        this.status = status;
        this.title = title;
        this.retryAfter = retryAfter;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** When asking again makes sense, if waiting helps at all. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Identifies the kind of problem to programs, for example {@code urn:clew:problem:unknown-user}. */
    public URI uri() {
        return URI.create("urn:clew:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
