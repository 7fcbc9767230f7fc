package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.database.LoadedGraph;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.benchmarks.timing.GcPauses;
import dev.clew.cli.output.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** The procedures in a database, timed by a procedure that calls them. */
final class DatabaseDoor implements Door {

    private static final String ASK = CypherFile.read(DatabaseDoor.class, "ask");
    private static final String RECOMMEND = CypherFile.read(DatabaseDoor.class, "recommend");
    private static final List<String> LOAD = List.of(
            "key-user", "key-item", "key-tag", "load-users", "load-tags", "load-items", "load-giant-user", "load-fans");
    private static final int ITEMS = 20;
    private static final String NO_ITEM_IN_TIME = "passed before any item was found";

    private static final Map<String, Object> DECLARATION = Map.of(
            "user",
            Map.of("label", "User", "key", "id"),
            "item",
            Map.of("label", "Item", "key", "id"),
            "interactions",
            List.of(Map.of("type", "LIKED", "time", "at")),
            "attributes",
            List.of(Map.of("type", "TAGGED", "label", "Tag", "kind", "tag", "key", "id")));

    private final MeasuredDatabase database;
    private final Path recorder;
    private final Session session;

    private DatabaseDoor(MeasuredDatabase database, Path recorder) {
        this.database = database;
        this.recorder = recorder;
        this.session = database.driver().session();
    }

    /**
     * Fills the database with the same graph as {@link GiantGraph} and declares it.
     *
     * @param database empty; closed by whoever opened it
     * @param recorder where its garbage collector can be followed, see {@link GcPauses#in}
     */
    static DatabaseDoor open(MeasuredDatabase database, Path recorder, int degree, Console console) {
        Map<String, Object> parameters = Map.of(
                "degree",
                degree,
                "items",
                GiantGraph.items(degree),
                "tags",
                GiantGraph.tags(degree),
                "firstMillis",
                GiantGraph.FIRST_MILLIS);
        for (String file : LOAD) {
            console.line("Running %s ...".formatted(file));
            database.rows(CypherFile.read(DatabaseDoor.class, file), parameters);
        }
        LoadedGraph.in(database).declare(DECLARATION);
        return new DatabaseDoor(database, recorder);
    }

    @Override
    public String title() {
        return "database";
    }

    @Override
    public List<String> recommenders() {
        return database.recommenders();
    }

    @Override
    public List<Explain> explanations() {
        return List.of(Explain.values());
    }

    @Override
    public TimedAnswer ask(DeadlineCase asked, long timeoutMillis) {
        long user = asked.asker() == Asker.GIANT_USER ? GiantGraph.GIANT : GiantGraph.FAN;
        Map<String, Object> options = Map.of(
                "k",
                ITEMS,
                "recommender",
                asked.recommender(),
                "explain",
                asked.explain().option(),
                "timeoutMillis",
                timeoutMillis);
        return answer(
                session.run(ASK, Map.of("statement", RECOMMEND, "parameters", Map.of("user", user, "options", options)))
                        .single());
    }

    /** What is refused because no item was found in time is an answer too: it is empty and says so. */
    private static TimedAnswer answer(Record timed) {
        String error = timed.get("error").asString("");
        if (!error.isEmpty() && !error.contains(NO_ITEM_IN_TIME)) {
            throw new IllegalStateException(error);
        }
        List<Value> rows = timed.get("rows").asList(row -> row);
        return new TimedAnswer(
                timed.get("begin").asZonedDateTime().toInstant(),
                timed.get("nanos").asLong(),
                stoppedBy(rows, error),
                rows.stream().map(row -> row.get("itemId").asObject()).toList());
    }

    private static String stoppedBy(List<Value> rows, String error) {
        if (!error.isEmpty()) {
            return TimedAnswer.DEADLINE;
        }
        return rows.isEmpty() ? "" : rows.get(0).get("stoppedBy").asString();
    }

    @Override
    public GcPauses followPauses() {
        return GcPauses.in(recorder);
    }

    @Override
    public void close() {
        session.close();
    }
}
