package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.cli.output.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.exceptions.Neo4jException;

/** Brings about what peers need, each thing once. */
final class Preparer {

    private static final String PREPARED = CypherFile.read(Preparer.class, "prepared");
    private static final String REMEMBER = CypherFile.read(Preparer.class, "remember-preparation");

    private final MeasuredDatabase database;
    private final Duration limit;
    private final Console console;

    /** Each statement gets as long as the limit says. */
    Preparer(MeasuredDatabase database, Duration limit, Console console) {
        this.database = database;
        this.limit = limit;
        this.console = console;
    }

    List<PreparationOutcome> prepare(List<ServedSystem> systems) {
        Set<String> done = earlier();
        var outcomes = new ArrayList<PreparationOutcome>();
        systems.stream()
                .flatMap(system -> system.needs().stream())
                .distinct()
                .forEach(preparation -> outcomes.add(prepare(preparation, done)));
        return outcomes;
    }

    private Set<String> earlier() {
        return new HashSet<>(database.rows(PREPARED, Map.of()).stream()
                .map(row -> row.get("name").asString())
                .toList());
    }

    private PreparationOutcome prepare(Preparation preparation, Set<String> done) {
        if (done.contains(preparation.title())) {
            return new PreparationOutcome(preparation, 0, null);
        }
        console.line("Preparing %s ...".formatted(preparation.title()));
        long begin = System.nanoTime();
        try {
            run(preparation);
        } catch (Neo4jException e) {
            return failed(preparation, seconds(begin), e);
        }
        return told(new PreparationOutcome(preparation, seconds(begin), null));
    }

    private void run(Preparation preparation) {
        Map<String, Object> parameters =
                Map.of("buildConcurrency", Runtime.getRuntime().availableProcessors());
        preparation.statements().forEach(statement -> database.run(statement, parameters, limit));
        if (preparation.stored()) {
            database.rows(REMEMBER, Map.of("name", preparation.title()));
        }
    }

    private PreparationOutcome failed(Preparation preparation, double seconds, Neo4jException failure) {
        String reason = seconds >= limit.toSeconds()
                ? "did not finish in %d s".formatted(limit.toSeconds())
                : String.valueOf(failure.getMessage());
        return told(new PreparationOutcome(preparation, seconds, reason));
    }

    private PreparationOutcome told(PreparationOutcome outcome) {
        String result =
                outcome.failed() ? outcome.failure() : String.format(Locale.ROOT, "done in %.1f s", outcome.seconds());
        console.line("Preparing %s: %s".formatted(outcome.preparation().title(), result));
        return outcome;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
