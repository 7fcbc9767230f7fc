package dev.clew.core.vectors;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Explain;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.TopK;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Scores items by trained vectors, the user folded in from what they did:
 *
 * <pre>{@code
 * u = sum over actions h: a(h) * history(h)        score(t) = u . candidate(t) + filter(t)
 * }</pre>
 *
 * with a(h) the signed weight of an action and, if wanted, the {@link CoInteractionFilter}. So a new user, a new action and a removed one are
 * right at once. An item without trained vectors has one by its attributes if there is an {@link AttributeEncoder}, from the commit on that
 * created it, as a candidate and as something acted on; else it has the filter's score alone.
 *
 * <p>Scoring is exact over the whole catalogue; see {@link VectorSearch} for why it does not look at all of it. An answer that its budget cut
 * short holds complete scores of fewer items.
 *
 * <p>Ledger: {@link LedgerClass#LINEAR}, one {@link dev.clew.core.ledger.ActionContribution} an action; for an item with a vector by its attributes, one
 * {@link dev.clew.core.ledger.AttributeContribution} for each action and attribute.
 *
 * <p>Cost: O((actions + items) * dimension) at worst, and the filter's.
 */
public final class VectorRecommender implements Recommender {
    private final String name;
    private final ItemVectors vectors;
    private final CandidateBounds bounds;
    private final FilterParameters filter;
    private final @Nullable AttributeEncoder encoder;
    private final boolean exhaustive;
    private final LongSupplier nanoTime;

    public VectorRecommender(String name, ItemVectors vectors) {
        this(name, vectors, FilterParameters.NONE);
    }

    public VectorRecommender(String name, ItemVectors vectors, FilterParameters filter) {
        this(name, vectors, filter, null);
    }

    /** @param encoder gives vectors to the items without one, of the same dimension; null leaves them without */
    public VectorRecommender(
            String name, ItemVectors vectors, FilterParameters filter, @Nullable AttributeEncoder encoder) {
        this(name, vectors, filter, encoder, System::nanoTime);
    }

    /** For tests that turn the clock themselves. */
    VectorRecommender(
            String name,
            ItemVectors vectors,
            FilterParameters filter,
            @Nullable AttributeEncoder encoder,
            LongSupplier nanoTime) {
        if (encoder != null && encoder.dimension() != vectors.dimension()) {
            throw new IllegalArgumentException("The encoder's dimension (" + encoder.dimension()
                    + ") must be that of the vectors (" + vectors.dimension() + ").");
        }
        this.name = name;
        this.vectors = vectors;
        this.bounds = new CandidateBounds(vectors.candidate());
        this.filter = filter;
        this.encoder = encoder;
        this.exhaustive = false;
        this.nanoTime = nanoTime;
    }

    private VectorRecommender(VectorRecommender pruning) {
        this.name = pruning.name;
        this.vectors = pruning.vectors;
        this.bounds = pruning.bounds;
        this.filter = pruning.filter;
        this.encoder = pruning.encoder;
        this.exhaustive = true;
        this.nanoTime = pruning.nanoTime;
    }

    /** The same recommender with the same answers, found by multiplying all of every vector: to measure and to check the search by. */
    public VectorRecommender exhaustive() {
        return new VectorRecommender(this);
    }

    @Override
    public String name() {
        return name;
    }

    /** What the model knows of items. */
    public ItemVectors vectors() {
        return vectors;
    }

    /** What is added to the vectors' products. */
    public FilterParameters filter() {
        return filter;
    }

    /** What gives vectors to the items without one, if anything does. */
    public Optional<AttributeEncoder> encoder() {
        return Optional.ofNullable(encoder);
    }

    @Override
    public LedgerClass ledgerClass() {
        return LedgerClass.LINEAR;
    }

    /** Somebody who liked an item that has a vector, or anything at all where there is a filter or an encoder. */
    @Override
    public boolean canServe(History history) {
        return history.actions().stream()
                .anyMatch(action -> action.weight() > 0
                        && (filter.weight() > 0
                                || encoder != null
                                || vectors.row(action.item()) != ItemVectors.UNKNOWN));
    }

    @Override
    public Answer recommend(RecommendationGraph graph, Query query) {
        WorkMeter meter = new WorkMeter(query.budget(), nanoTime);
        List<Recommendation> items = best(graph, query, meter);
        if (query.withLedger()) {
            items = items.stream().map(item -> explained(graph, query, item)).toList();
        }
        return new Answer(name, graph.version(), meter.stoppedBy(), meter.workDone(), items);
    }

    private List<Recommendation> best(RecommendationGraph graph, Query query, WorkMeter meter) {
        InferredItems inferred = inferred(graph);
        TopK top = TopK.offering(graph, query);
        UserVector user = UserVector.of(
                vectors, inferred, inferredScale(), query.history().signed(), meter);
        if (!user.isComplete()) {
            return List.of();
        }
        VectorSearch search = new VectorSearch(vectors, bounds, user, meter);
        if (filter.weight() == 0) {
            offer(search, top, node -> 0, 0);
            offerInferred(graph, query, meter, inferred, top, new double[inferred.size()]);
        } else {
            searchWithFilter(graph, query, meter, search, inferred, top);
        }
        return top.bestFirst();
    }

    private void offer(VectorSearch search, TopK top, IntToDoubleFunction base, double mostBase) {
        if (exhaustive) {
            search.offerAllTo(top, base);
        } else {
            search.offerTo(top, base, mostBase);
        }
    }

    /** The items that have no vector but attributes. */
    private InferredItems inferred(RecommendationGraph graph) {
        return encoder == null ? InferredItems.NONE : InferredStates.of(graph, this, vectors, encoder);
    }

    private float inferredScale() {
        return encoder == null ? 0 : encoder.scales().history();
    }

    private void searchWithFilter(
            RecommendationGraph graph,
            Query query,
            WorkMeter meter,
            VectorSearch search,
            InferredItems inferred,
            TopK top) {
        double[] inferredBase = new double[inferred.size()];
        try (CoInteractionFilter close = new CoInteractionFilter(graph, query.history(), filter)) {
            if (!close.sum(query.history().signed(), meter)) {
                return;
            }
            double[] base = new double[vectors.size()];
            double most = 0;
            int count = close.list();
            for (int i = 0; i < count; i++) {
                int item = close.item(i);
                double score = close.score(item);
                int row = vectors.row(item);
                int place = row == ItemVectors.UNKNOWN ? inferred.find(item) : -1;
                if (row != ItemVectors.UNKNOWN) {
                    base[row] = score;
                    most = Math.max(most, score);
                } else if (place >= 0) {
                    inferredBase[place] = score;
                } else {
                    top.offer(item, score);
                }
            }
            offer(search, top, node -> base[vectors.row(node)], most);
        }
        offerInferred(graph, query, meter, inferred, top, inferredBase);
    }

    /** After the others: by then most of these are known not to be among the best. */
    private void offerInferred(
            RecommendationGraph graph, Query query, WorkMeter meter, InferredItems inferred, TopK top, double[] base) {
        if (encoder == null || inferred.size() == 0) {
            return;
        }
        try (AttributeTaste taste = new AttributeTaste(encoder, inferred)) {
            if (taste.sum(graph, vectors, query.history().signed(), meter)) {
                taste.offerTo(top, place -> base[place], meter);
            }
        }
    }

    private Recommendation explained(RecommendationGraph graph, Query query, Recommendation item) {
        return new Recommendation(item.item(), item.score(), explain(graph, query, item.item()));
    }

    /** Ignores the budget: the sum is the item's complete score. A short ledger tells an attribute's shares of all actions together. */
    @Override
    public Ledger explain(RecommendationGraph graph, Query query, int item) {
        InferredItems inferred = inferred(graph);
        List<Contribution> attributes = attributes(graph, query, inferred, item);
        if (filter.weight() == 0) {
            return ActionLedger.of(query.history(), acted -> kernel(inferred, acted, item), attributes);
        }
        try (CoInteractionFilter close = new CoInteractionFilter(graph, query.history(), filter)) {
            close.lookBackFrom(item);
            return ActionLedger.of(
                    query.history(), acted -> kernel(inferred, acted, item) + close.share(acted, item), attributes);
        }
    }

    private List<Contribution> attributes(RecommendationGraph graph, Query query, InferredItems inferred, int item) {
        if (encoder == null || inferred.find(item) < 0) {
            return List.of();
        }
        return new AttributeLedger(graph, vectors, encoder, inferred)
                .of(query.history(), item, query.explain() != Explain.SHORT);
    }

    /** What an action of weight 1 on an item adds to the score of one that has a vector of its own. */
    private double kernel(InferredItems inferred, int actedItem, int item) {
        int row = vectors.row(item);
        int actedRow = vectors.row(actedItem);
        if (row == ItemVectors.UNKNOWN) {
            return 0;
        }
        if (actedRow != ItemVectors.UNKNOWN) {
            return vectors.kernel(actedRow, row);
        }
        int place = inferred.find(actedItem);
        return place < 0 ? 0 : inferredScale() * vectors.product(inferred.get(place), row);
    }
}
