package dev.clew.procedures;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.Explain;
import dev.clew.core.recommend.FallbackRecommender;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.recommend.UnknownKeyException;
import dev.clew.core.settings.Settings;
import dev.clew.procedures.hook.RunningTransaction;
import dev.clew.procedures.live.LiveGraph;
import dev.clew.procedures.live.LiveGraphs;
import dev.clew.procedures.live.LiveModel;
import dev.clew.procedures.live.StoreIds;
import dev.clew.procedures.live.StoredMoment;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** One call: its checked options, the graph it is about, and who answers it. */
final class Request {
    private static final Recommenders RECOMMENDERS = Recommenders.installed(Request.class.getClassLoader());
    private static final String DEFAULT_RECOMMENDER = "meta-path";
    private static final String FALLBACK = "popularity";
    private static final Settings FALLBACK_SETTINGS =
            Settings.defaults(RECOMMENDERS.named(FALLBACK).parameters());

    /** How long it takes to word an item's reasons. */
    private static final long WORDING_NANOS = 100_000;

    /** Time kept for what nobody reckons with: rows on their way, a processor that is lent to others. */
    private static final long SLACK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    final Transaction transaction;
    final LiveGraph live;
    final GraphSnapshot graph;
    final Settings settings;
    final Recommender recommender;
    /** Whether the calling transaction has changed anything: then the snapshot is not all that it sees. */
    final boolean hasWrites;

    private final @Nullable LiveModel model;
    private final long deadlineNanos;

    private Request(
            Transaction transaction,
            LiveGraph live,
            GraphSnapshot graph,
            Settings settings,
            Recommender recommender,
            @Nullable LiveModel model,
            long deadlineNanos) {
        this.transaction = transaction;
        this.live = live;
        this.graph = graph;
        this.settings = settings;
        this.recommender = recommender;
        this.hasWrites = RunningTransaction.hasWrites(transaction);
        this.model = model;
        this.deadlineNanos = deadlineNanos;
    }

    static Recommenders recommenders() {
        return RECOMMENDERS;
    }

    /** Checks the options and waits for the graph. */
    static Request open(
            LiveGraphs graphs,
            Transaction transaction,
            Map<String, ?> options,
            RequestParameters own,
            String recommender) {
        String name = options.get("recommender") instanceof String asked ? asked : recommender;
        boolean installed = RECOMMENDERS.has(name);
        Settings settings = Settings.of(installed ? own.with(RECOMMENDERS.named(name)) : own.withTrained(), options);
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.integer("timeoutMillis"));
        LiveGraph live = graphs.named(settings.optionalText("graph"), deadlineNanos);
        GraphSnapshot graph = live.await(deadlineNanos);
        LiveModel model = installed ? null : TrainedModels.named(graphs, live, name);
        Recommender fitted = model == null
                ? fit(RECOMMENDERS.named(name), settings, graph, settings.integer("seed"))
                : orPopular(TrainedModels.on(graph, model, settings), graph, settings.integer("seed"));
        return new Request(transaction, live, graph, settings, fitted, model, deadlineNanos);
    }

    static Request open(LiveGraphs graphs, Transaction transaction, Map<String, ?> options, RequestParameters own) {
        return open(graphs, transaction, options, own, DEFAULT_RECOMMENDER);
    }

    private static Recommender fit(RecommenderProvider provider, Settings settings, GraphSnapshot graph, long seed) {
        Recommender preferred = RECOMMENDERS.fit(provider.name(), settings, TrainingData.all(graph), seed);
        return provider.name().equals(FALLBACK) ? preferred : orPopular(preferred, graph, seed);
    }

    private static Recommender orPopular(Recommender preferred, GraphSnapshot graph, long seed) {
        return new FallbackRecommender(
                preferred, RECOMMENDERS.fit(FALLBACK, FALLBACK_SETTINGS, TrainingData.all(graph), seed));
    }

    /** The version of the trained model that answers under this name; null if that is not a trained one. */
    @Nullable
    Long modelVersion(String answering) {
        return model == null || !model.recommenderName().equals(answering) ? null : model.version();
    }

    Declaration declaration() {
        return live.declaration();
    }

    NodeType itemType() {
        return graph.schema().item();
    }

    /** The query for a list of items. */
    Query query(History history) {
        Explain explain = Explain.valueOf(settings.text("explain").toUpperCase(Locale.ROOT));
        return query(history, (int) settings.integer("k"), ItemFilter.of(this), explain);
    }

    /** The query behind an explanation of one item. */
    Query queryFor(History history) {
        return query(history, 1, item -> true, Explain.FULL);
    }

    private Query query(History history, int k, IntPredicate candidate, Explain explain) {
        long asOf = settings.any("asOf").map(Request::moment).orElseGet(Clock.systemUTC()::millis);
        long maxWork = settings.optionalInteger("maxWork").orElse(Long.MAX_VALUE);
        Budget budget = new Budget(maxWork, endOfWork(explain == Explain.NONE ? 0 : k * WORDING_NANOS));
        return new Query(history, k, candidate, asOf, settings.integer("seed"), budget, explain);
    }

    /** When to stop working: before the deadline, by what is kept for wording the reasons and by some slack, each not more than a tenth of what is left. */
    private long endOfWork(long wordingNanos) {
        long most = Math.max(0, (deadlineNanos - System.nanoTime()) / 10);
        return deadlineNanos - Math.min(wordingNanos, most) - Math.min(SLACK_NANOS, most);
    }

    private static long moment(Object given) {
        return StoredMoment.millis(given)
                .orElseThrow(() -> new IllegalArgumentException(
                        "asOf (" + given + ") must be epoch milliseconds or a temporal value."));
    }

    /**
     * The number of an item given as node or key.
     *
     * @throws UnknownKeyException if the graph has none such
     */
    int item(Object given) {
        int number = number(itemType(), given);
        if (number == RecommendationGraph.NO_NODE) {
            throw unknown(itemType(), given);
        }
        return number;
    }

    /** The number of a node given as itself or by key, or {@link RecommendationGraph#NO_NODE}. */
    int number(NodeType type, Object given) {
        if (given instanceof Node node) {
            int number = graph.findEntity(StoreIds.id(node));
            boolean fits = number != RecommendationGraph.NO_NODE
                    && graph.nodeType(number).index() == type.index();
            return fits ? number : RecommendationGraph.NO_NODE;
        }
        return graph.find(type, type.keyType().coerce(given));
    }

    UnknownKeyException unknown(NodeType type, Object given) {
        Object key = given instanceof Node node ? node.getProperty(declaration().keyProperty(type), "?") : given;
        return new UnknownKeyException(type.role(), key, live.name());
    }

    /** The node in the store; empty if this transaction has deleted it. */
    Optional<Node> stored(int node) {
        return hasWrites
                ? StoreIds.node(transaction, graph.entityId(node))
                : Optional.of(RunningTransaction.node(transaction, graph.entityId(node)));
    }

    /** What people call the node: its declared name property, else its key. */
    String name(int node) {
        Object key = graph.key(node);
        NodeType type = graph.nodeType(node);
        String property = declaration().nameProperty(type);
        if (property.equals(declaration().keyProperty(type))) {
            return String.valueOf(key);
        }
        return String.valueOf(
                stored(node).map(it -> property(it, property, key)).orElse(key));
    }

    private static Object property(Node node, String property, Object otherwise) {
        try {
            return node.getProperty(property, otherwise);
        } catch (NotFoundException deletedMeanwhile) {
            return otherwise;
        }
    }

    /** The user's or the anonymous history. */
    History history(@Nullable Object user) {
        return new HistoryReader(this).read(user);
    }
}
