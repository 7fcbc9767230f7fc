package dev.clew.procedures;

import dev.clew.core.explain.Explainer;
import dev.clew.core.ledger.ActionContribution;
import dev.clew.core.ledger.AttributeContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.recommend.Query;
import dev.clew.procedures.hook.DatabaseHook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Why an item. */
@NullUnmarked
public final class ExplainProcedures {
    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    /**
     * One thing the score is the sum of.
     *
     * @param rank from 1, by magnitude
     * @param kind 'path', 'action', 'popularity' or 'baseline'
     * @param contribution what it adds to the score; the column sums to the score
     * @param share of the score; the column sums to 1
     * @param path the evidence, for Browser to draw; null where it is not a stored path
     * @param text the same in a sentence
     */
    public record ExplanationRow(
            long rank,
            String kind,
            double contribution,
            double share,
            @Nullable Path path,
            String text) {}

    @Procedure(name = "clew.explain", mode = Mode.READ)
    @Description("What an item's score for a user is the sum of: paths of the graph, largest first.")
    public Stream<ExplanationRow> explain(
            @Name("user") @Nullable Object user,
            @Name("item") Object item,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        Request request =
                Request.open(DatabaseHook.graphsOf(database), transaction, options, RequestParameters.EXPLANATION);
        Query query = request.queryFor(request.history(user));
        Ledger ledger = request.recommender
                .explain(request.graph, query, request.item(item))
                .condensed((int) request.settings.integer("maxPaths"));
        Explainer explainer = new Explainer(request.graph, request::name);
        List<Contribution> contributions = ledger.contributions();
        return IntStream.range(0, contributions.size())
                .mapToObj(i -> row(request, explainer, ledger, i + 1, contributions.get(i)));
    }

    private static ExplanationRow row(
            Request request, Explainer explainer, Ledger ledger, int rank, Contribution contribution) {
        return new ExplanationRow(
                rank,
                contribution.kind(),
                contribution.value(),
                contribution.value() / ledger.score(),
                evidence(contribution)
                        .flatMap(path -> StoredPath.of(request, path))
                        .orElse(null),
                explainer.sentence(contribution));
    }

    private static Optional<EvidencePath> evidence(Contribution contribution) {
        if (contribution instanceof PathContribution path) {
            return Optional.of(path.path());
        }
        if (contribution instanceof AttributeContribution attribute) {
            return Optional.of(attribute.attribute());
        }
        return contribution instanceof ActionContribution action ? Optional.of(action.action()) : Optional.empty();
    }
}
