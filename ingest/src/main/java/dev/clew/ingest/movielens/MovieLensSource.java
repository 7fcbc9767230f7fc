package dev.clew.ingest.movielens;

import dev.clew.ingest.file.DelimitedRow;
import dev.clew.ingest.file.Fingerprint;
import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.file.RepeatedPairs;
import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.NodeKey;
import dev.clew.ingest.source.NodeRow;
import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.NodeShape;
import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.RatedMovies;
import dev.clew.ingest.source.RecordSink;
import dev.clew.ingest.source.Rejection;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.RelationshipShape;
import dev.clew.ingest.source.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * MovieLens as {@code (:User)-[:RATED]->(:Movie)-[:IN_GENRE]->(:Genre)} and, where there are tags, {@code (:Movie)-[:TAGGED]->(:Tag)}.
 *
 * <p>Reads {@code ratings.csv, movies.csv, tags.csv, links.csv} (the last two may be absent) or ML-100k's {@code u.data, u.item}, each
 * as it is or with {@code .gz}. Opening passes over the ratings once to learn who the users are; ratings then stream, memory holds movie
 * ids, tags and links only.
 */
public final class MovieLensSource implements GraphSource {
    private static final NodeKey USER = new NodeKey("User", "id");
    private static final NodeKey MOVIE = new NodeKey("Movie", "id");
    private static final NodeKey GENRE = new NodeKey("Genre", "name");
    private static final NodeKey TAG = new NodeKey("Tag", "name");

    private final MovieLensLayout layout;
    private final Ratings ratings;
    private final RatingSurvey survey;
    private final @Nullable Links links;
    private final @Nullable Tags tags;
    private final Set<String> genreNames = new LinkedHashSet<>();
    private final Set<String> tagNames = new LinkedHashSet<>();
    private final String fingerprint;
    private long movieCount;
    private long genreCount;
    private long tagCount;

    private MovieLensSource(MovieLensLayout layout) throws IOException {
        this.layout = layout;
        this.ratings = Ratings.of(layout.ratings());
        this.survey = RatingSurvey.of(ratings);
        this.links = layout.links().isPresent() ? Links.read(layout.links().get()) : null;
        this.tags = layout.tags().isPresent() ? Tags.of(layout.tags().get()) : null;
        this.fingerprint = fingerprint(layout);
        surveyMovies();
        surveyTags();
    }

    /** Whether a folder looks like MovieLens, by the names of its files. */
    public static boolean isIn(Path directory) {
        return MovieLensLayout.isIn(directory);
    }

    /**
     * Opens the data in a folder.
     *
     * @throws IllegalArgumentException if a file or column is missing
     */
    public static MovieLensSource open(Path directory) throws IOException {
        return new MovieLensSource(MovieLensLayout.of(directory));
    }

    private static String fingerprint(MovieLensLayout layout) throws IOException {
        Fingerprint fingerprint = new Fingerprint("movielens");
        layout.addTo(fingerprint);
        return fingerprint.finish();
    }

    private void surveyMovies() throws IOException {
        eachMovie(
                movie -> {
                    movieCount++;
                    genreCount += movie.genres().size();
                    genreNames.addAll(movie.genres());
                },
                rejected -> {});
    }

    private void surveyTags() throws IOException {
        if (tags != null) {
            tags.read(
                    tagging -> {
                        tagCount++;
                        tagNames.add(tagging.tag());
                    },
                    rejected -> {});
        }
    }

    @Override
    public String name() {
        return "movielens";
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(users(), movies(), names(GENRE, genreNames)));
        if (!tagNames.isEmpty()) {
            sections.add(names(TAG, tagNames));
        }
        sections.add(rated());
        sections.add(inGenre());
        if (!tagNames.isEmpty()) {
            sections.add(tagged());
        }
        return sections;
    }

    private NodeSection users() {
        Origin origin = layout.ratings().file().origin(0);
        return new NodeSection(
                new NodeShape(USER, List.of(), List.of()),
                survey.users().cardinality(),
                sink -> survey.users().stream()
                        .forEach(user -> sink.accept(new NodeRow(origin, (long) user, List.of()))));
    }

    private NodeSection movies() {
        List<String> properties = new ArrayList<>(List.of("title", "year"));
        if (links != null) {
            properties.addAll(Links.PROPERTIES);
        }
        return new NodeSection(
                new NodeShape(MOVIE, properties, List.of("title")),
                movieCount,
                sink -> eachMovie(movie -> sink.accept(row(movie)), sink::reject));
    }

    private NodeRow row(Movie movie) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(movie.title());
        values.add(movie.year());
        if (links != null) {
            values.addAll(links.of(movie.id()));
        }
        return new NodeRow(movie.origin(), movie.id(), values);
    }

    private NodeSection names(NodeKey key, Collection<String> names) {
        Origin origin = layout.movies().file().origin(0);
        return new NodeSection(
                new NodeShape(key, List.of(), List.of()),
                names.size(),
                sink -> names.forEach(name -> sink.accept(new NodeRow(origin, name, List.of()))));
    }

    private RelationshipSection rated() {
        RelationshipShape shape = survey.isGrouped()
                ? RelationshipShape.distinct(USER, "RATED", MOVIE, "rating", "timestamp")
                : RelationshipShape.repeatable(USER, "RATED", MOVIE, "rating", "timestamp");
        return new RelationshipSection(shape, survey.count(), this::readRatings);
    }

    private void readRatings(RecordSink<RelationshipRow> sink) throws IOException {
        RepeatedPairs pairs = new RepeatedPairs();
        ratings.read(
                rating -> {
                    if (survey.isGrouped() && pairs.isRepeated(rating.user(), rating.movie())) {
                        sink.duplicate();
                    } else {
                        sink.accept(row(rating));
                    }
                },
                sink::reject);
    }

    private static RelationshipRow row(Rating rating) {
        return new RelationshipRow(
                rating.origin(),
                (long) rating.user(),
                (long) rating.movie(),
                List.of(rating.value(), rating.timestamp()));
    }

    private RelationshipSection inGenre() {
        return new RelationshipSection(
                RelationshipShape.repeatable(MOVIE, "IN_GENRE", GENRE),
                genreCount,
                sink -> eachMovie(movie -> movie.genres().forEach(genre -> sink.accept(row(movie, genre))), bad -> {}));
    }

    private static RelationshipRow row(Movie movie, String genre) {
        return new RelationshipRow(movie.origin(), movie.id(), genre, List.of());
    }

    private RelationshipSection tagged() {
        return new RelationshipSection(RelationshipShape.distinct(MOVIE, "TAGGED", TAG), tagCount, this::readTags);
    }

    private void readTags(RecordSink<RelationshipRow> sink) throws IOException {
        Set<String> seen = new HashSet<>();
        if (tags != null) {
            tags.read(
                    tagging -> {
                        if (seen.add(tagging.movie() + " " + tagging.tag())) {
                            sink.accept(
                                    new RelationshipRow(tagging.origin(), tagging.movie(), tagging.tag(), List.of()));
                        } else {
                            sink.duplicate();
                        }
                    },
                    sink::reject);
        }
    }

    private void eachMovie(Consumer<Movie> movies, Consumer<Rejection> rejected) throws IOException {
        layout.movies().read(row -> readMovie(row, movies, rejected), rejected);
    }

    private void readMovie(DelimitedRow row, Consumer<Movie> movies, Consumer<Rejection> rejected) {
        try {
            movies.accept(layout.movieReader().movie(row));
        } catch (InvalidValueException invalid) {
            rejected.accept(row.rejection(invalid.reason()));
        }
    }

    @Override
    public Map<String, Object> declaration() {
        return RatedMovies.declaration(attributes());
    }

    private List<Map<String, Object>> attributes() {
        List<Map<String, Object>> attributes = new ArrayList<>();
        if (!genreNames.isEmpty()) {
            attributes.add(RatedMovies.outgoing("IN_GENRE", GENRE, "genre"));
        }
        if (!tagNames.isEmpty()) {
            attributes.add(RatedMovies.outgoing("TAGGED", TAG, "tag"));
        }
        return attributes;
    }
}
