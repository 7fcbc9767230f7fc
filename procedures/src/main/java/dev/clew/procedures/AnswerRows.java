package dev.clew.procedures;

import dev.clew.core.explain.Explainer;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.NotReadyException;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.StoppedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;

/** Asks, and turns the answer into rows. */
final class AnswerRows {
    /** Paths told one by one in the contributions of a list; {@code clew.explain} tells as many as are asked for. */
    private static final int PATHS_IN_LIST = 10;

    private final Request request;
    private final Answer answer;
    private final Map<String, Object> about;
    private final Explainer explainer;
    private final boolean full;

    AnswerRows(Request request, Query query) {
        this.request = request;
        this.answer = request.recommender.recommend(request.graph, query);
        checkNotEmptyHanded();
        this.about = about(request, answer, query.history().isTruncated());
        this.explainer = new Explainer(request.graph, request::name);
        this.full = request.settings.text("explain").equals("full");
    }

    /** An answer without rows has no place to say that it is not complete. */
    private void checkNotEmptyHanded() {
        if (answer.items().isEmpty() && answer.stoppedBy() == StoppedBy.DEADLINE) {
            throw new NotReadyException("timeoutMillis (" + request.settings.integer("timeoutMillis")
                    + ") passed before any item was found. Ask again with more time.");
        }
    }

    private static Map<String, Object> about(Request request, Answer answer, boolean historyTruncated) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("answerId", UUID.randomUUID().toString());
        about.put("recommender", answer.recommender());
        about.put("snapshotVersion", answer.snapshotVersion());
        about.put("modelVersion", request.modelVersion(answer.recommender()));
        about.put("stoppedBy", answer.stoppedBy().name().toLowerCase(Locale.ROOT));
        about.put("workDone", answer.workDone());
        if (historyTruncated) {
            about.put("historyTruncated", true);
        }
        return about;
    }

    /** A row an item, best first. An item that this transaction sees deleted is left out. */
    Stream<RecommendationRow> stream() {
        List<RecommendationRow> rows = new ArrayList<>();
        for (int i = 0; i < answer.items().size(); i++) {
            int rank = i + 1;
            Recommendation item = answer.items().get(i);
            request.stored(item.item()).ifPresent(node -> rows.add(row(rank, item, node)));
        }
        return rows.stream();
    }

    private RecommendationRow row(int rank, Recommendation recommendation, Node node) {
        Ledger ledger = recommendation.ledger();
        return new RecommendationRow(
                rank,
                request.graph.key(recommendation.item()),
                node,
                recommendation.score(),
                ledger == null ? null : explainer.reason(ledger, recommendation.item()),
                contributions(ledger),
                about);
    }

    private @Nullable List<Map<String, Object>> contributions(@Nullable Ledger ledger) {
        return ledger == null || !full
                ? null
                : ledger.condensed(PATHS_IN_LIST).contributions().stream()
                        .map(it -> map(it, ledger.score()))
                        .toList();
    }

    private Map<String, Object> map(Contribution contribution, double score) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", contribution.kind());
        map.put("contribution", contribution.value());
        map.put("share", contribution.value() / score);
        map.put("text", explainer.sentence(contribution));
        return map;
    }
}
