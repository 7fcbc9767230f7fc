package dev.clew.ingest.load;

import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.NodeShape;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.Section;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Writes a source's rows into Neo4j.
 *
 * <p>Constraints and indexes come first, then nodes, then relationships, in batches of parameterised statements. Writing is idempotent:
 * nodes are merged by key, relationships by their ends, type and identity. Only where the database has no relationship of a type at all,
 * and the source promises distinct rows, are they created without looking. A load that was killed goes on after
 * its last committed batch; see {@link LoadRecord}.
 *
 * <p>The data must not be written by anybody else at the same time: a relationship of a fresh type created meanwhile would not be seen.
 */
final class GraphWriter {
    private final Driver driver;
    private final LoadOptions options;
    private final LoadListener listener;
    private final LoadRecord record;

    GraphWriter(Driver driver, LoadOptions options, LoadListener listener) {
        this.driver = driver;
        this.options = options;
        this.listener = listener;
        this.record = new LoadRecord(driver);
    }

    /** Writes everything; the summary says nothing yet of a declaration. */
    LoadSummary write(GraphSource source) {
        record.createSchema();
        LoadState state = record.open(source, options);
        if (state.outcome() == LoadSummary.Outcome.SKIPPED) {
            return new LoadSummary(source.name(), state.outcome(), List.of(), state.rejected(), List.of(), false, 0);
        }
        List<Section> sections = source.sections();
        createSchema(sections);
        return write(source, state, sections);
    }

    private LoadSummary write(GraphSource source, LoadState state, List<Section> sections) {
        long start = System.nanoTime();
        try (LoadRun run = new LoadRun(driver, record, state, options, listener, freshTypes(sections))) {
            List<SectionSummary> summaries = run.write(sections);
            record.complete(state, run.rejects().total());
            return new LoadSummary(
                    source.name(),
                    state.outcome(),
                    summaries,
                    run.rejects().total(),
                    run.rejects().first(),
                    false,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private void createSchema(List<Section> sections) {
        Set<String> statements = new LinkedHashSet<>();
        for (Section section : sections) {
            if (section instanceof NodeSection nodes) {
                addStatements(nodes.shape(), statements);
            }
        }
        try (Session session = driver.session()) {
            statements.forEach(statement -> session.run(statement).consume());
            session.run("CALL db.awaitIndexes(300)").consume();
        }
    }

    private static void addStatements(NodeShape shape, Set<String> statements) {
        statements.add(Statements.constraint(shape.key()));
        shape.indexed().forEach(property -> statements.add(Statements.index(shape.label(), property)));
    }

    /** Types that the database has no relationship of when this run starts; none of a type that an interrupted run had begun. */
    private Set<String> freshTypes(List<Section> sections) {
        Set<String> fresh = new HashSet<>();
        try (Session session = driver.session()) {
            for (Section section : sections) {
                if (section instanceof RelationshipSection it && count(session, it) == 0) {
                    fresh.add(it.shape().type());
                }
            }
        }
        return fresh;
    }

    private static long count(Session session, RelationshipSection section) {
        return session.run(Statements.count(section.shape().type()))
                .single()
                .get("count")
                .asLong();
    }
}
