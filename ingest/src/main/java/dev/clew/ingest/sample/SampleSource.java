package dev.clew.ingest.sample;

import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.NodeKey;
import dev.clew.ingest.source.NodeRow;
import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.NodeShape;
import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.RatedMovies;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.RelationshipShape;
import dev.clew.ingest.source.Section;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sample as a graph: films with genres, directors, actors and countries, and the ratings of {@linkplain SampleUsers simulated users}. */
public final class SampleSource implements GraphSource {
    private static final NodeKey USER = new NodeKey("User", "id");
    private static final NodeKey MOVIE = new NodeKey("Movie", "id");
    private static final NodeKey GENRE = new NodeKey("Genre", "name");
    private static final NodeKey PERSON = new NodeKey("Person", "name");
    private static final NodeKey COUNTRY = new NodeKey("Country", "name");
    private static final Origin GENERATOR = new Origin("simulated users", 0);

    private final List<Film> films;
    private final List<SampleUser> users;
    private final String fingerprint;

    private SampleSource(List<Film> films, long seed) {
        this.films = films;
        this.users = SampleUsers.generate(films, seed);
        this.fingerprint = FilmCatalogue.fingerprint(films, seed);
    }

    /** The sample that is shipped. */
    public static SampleSource open() {
        return new SampleSource(FilmCatalogue.films(), SampleUsers.SEED);
    }

    /** The simulated users with what was planted in them. */
    public List<SampleUser> users() {
        return users;
    }

    /** The films. */
    public List<Film> films() {
        return films;
    }

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public List<Section> sections() {
        return List.of(
                userNodes(),
                filmNodes(),
                names(GENRE, Film::genres),
                names(
                        PERSON,
                        film -> Stream.concat(film.directors().stream(), film.actors().stream())
                                .toList()),
                names(COUNTRY, Film::countries),
                rated(),
                fromFilm("IN_GENRE", GENRE, Film::genres),
                fromPerson("DIRECTED", Film::directors),
                fromPerson("ACTED_IN", Film::actors),
                fromFilm("MADE_IN", COUNTRY, Film::countries));
    }

    private NodeSection userNodes() {
        return new NodeSection(
                NodeShape.of("User", "id", "name"),
                users.size(),
                sink -> users.forEach(user -> sink.accept(new NodeRow(GENERATOR, user.id(), List.of(user.name())))));
    }

    private NodeSection filmNodes() {
        return new NodeSection(
                NodeShape.of("Movie", "id", "title", "year").indexing("title"),
                films.size(),
                sink -> films.forEach(film -> sink.accept(new NodeRow(film.origin(), film.id(), properties(film)))));
    }

    private static List<@Nullable Object> properties(Film film) {
        return List.of(film.title(), (long) film.year());
    }

    private NodeSection names(NodeKey key, Function<Film, List<String>> values) {
        List<String> names = films.stream()
                .flatMap(film -> values.apply(film).stream())
                .distinct()
                .toList();
        return new NodeSection(
                new NodeShape(key, List.of(), List.of()),
                names.size(),
                sink -> names.forEach(
                        name -> sink.accept(new NodeRow(films.get(0).origin(), name, List.of()))));
    }

    private RelationshipSection rated() {
        long count = users.stream().mapToLong(user -> user.ratings().size()).sum();
        return new RelationshipSection(
                RelationshipShape.distinct(USER, "RATED", MOVIE, "rating", "timestamp"),
                count,
                sink -> users.forEach(user -> user.ratings().forEach(rating -> sink.accept(row(user, rating)))));
    }

    private static RelationshipRow row(SampleUser user, SampleRating rating) {
        return new RelationshipRow(
                GENERATOR, user.id(), rating.film().id(), List.of(rating.stars(), rating.timestamp()));
    }

    private RelationshipSection fromFilm(String type, NodeKey to, Function<Film, List<String>> values) {
        return new RelationshipSection(RelationshipShape.distinct(MOVIE, type, to), count(values), sink -> {
            for (Film film : films) {
                values.apply(film)
                        .forEach(value -> sink.accept(new RelationshipRow(film.origin(), film.id(), value, List.of())));
            }
        });
    }

    private RelationshipSection fromPerson(String type, Function<Film, List<String>> values) {
        return new RelationshipSection(RelationshipShape.distinct(PERSON, type, MOVIE), count(values), sink -> {
            for (Film film : films) {
                values.apply(film)
                        .forEach(value -> sink.accept(new RelationshipRow(film.origin(), value, film.id(), List.of())));
            }
        });
    }

    private long count(Function<Film, List<String>> values) {
        return films.stream().mapToLong(film -> values.apply(film).size()).sum();
    }

    @Override
    public Map<String, Object> declaration() {
        return RatedMovies.declaration(List.of(
                RatedMovies.outgoing("IN_GENRE", GENRE, "genre"),
                RatedMovies.incoming("DIRECTED", PERSON, "director"),
                RatedMovies.incoming("ACTED_IN", PERSON, "actor"),
                RatedMovies.outgoing("MADE_IN", COUNTRY, "country")));
    }
}
