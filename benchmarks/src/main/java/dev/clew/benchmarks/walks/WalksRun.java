package dev.clew.benchmarks.walks;

import dev.clew.cli.output.Console;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.StoppedBy;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.core.split.HeldOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks each user once for the exact list, once for PageRank as it is served, and several times for walks. */
final class WalksRun {

    private static final String WALKS = "random-walk";
    private static final String PAGERANK = "personalized-pagerank";

    /** Small enough to count as exact: the bound on an item's error is this times its relationships. */
    private static final double EXACT_TOLERANCE = 1e-9;

    /** So many exact items that what stands below them has nothing to do with a list. */
    private static final int EXACT_ITEMS = 500;

    private static final int WARM_UP = 200;
    private static final int TOLD = 10;

    private final GraphSnapshot graph;
    private final HeldOut test;
    private final WalksSettings settings;
    private final Console console;
    private final Recommenders installed = Recommenders.installed(WalksRun.class.getClassLoader());
    private final double epsilon;
    private final Asked walks;
    private final Asked served;
    private final Asked exact;
    private int cases;
    private int made;
    private int held;

    WalksRun(GraphSnapshot graph, HeldOut test, WalksSettings settings, Console console) {
        this.graph = graph;
        this.test = test;
        this.settings = settings;
        this.console = console;
        this.epsilon = Settings.defaults(installed.named(WALKS).parameters()).real("epsilon");
        this.walks = new Asked(WALKS, fitted(WALKS, Map.of()));
        this.served = new Asked(PAGERANK, fitted(PAGERANK, Map.of()));
        this.exact = new Asked("exact", fitted(PAGERANK, Map.of("tolerance", EXACT_TOLERANCE)));
    }

    private Recommender fitted(String name, Map<String, Object> given) {
        RecommenderProvider provider = installed.named(name);
        Map<String, Object> values = new HashMap<>(given);
        values.put("restartProbability", settings.restartProbability());
        return installed.fit(name, Settings.of(provider.parameters(), values), TrainingData.all(graph), 1);
    }

    WalksRun run() {
        List<Integer> users = users();
        List<Integer> first = users.subList(0, Math.min(WARM_UP, users.size()));
        for (int user : first) {
            walks.warmUp(graph, query(user, WalksSettings.K, -1));
            served.warmUp(graph, query(user, WalksSettings.K, -1));
        }
        int done = 0;
        for (int user : users) {
            ask(user);
            if (++done % Math.max(1, users.size() / TOLD) == 0) {
                console.line("%,d of %,d users".formatted(done, users.size()));
            }
        }
        return this;
    }

    /** Users who did something and have something in the test part. */
    private List<Integer> users() {
        List<Integer> users = new ArrayList<>(test.users().stream()
                .filter(user -> History.of(graph, user).hasLikes())
                .toList());
        Collections.shuffle(users, new Random(settings.seed()));
        return users.subList(0, Math.min(settings.users(), users.size()));
    }

    private Query query(int user, int k, long seed) {
        return new Query(History.of(graph, user), k, item -> true, 0, seed, Budget.UNLIMITED, false);
    }

    private void ask(int user) {
        Set<Integer> heldOut = Arrays.stream(test.items(user)).boxed().collect(Collectors.toSet());
        Answer truth = exact.ask(graph, query(user, EXACT_ITEMS, 0));
        exact.judge(List.of(truth), heldOut);
        served.judge(List.of(served.ask(graph, query(user, WalksSettings.K, 0))), heldOut);
        ExactOrder order = new ExactOrder(truth.items());
        List<Answer> answers = new ArrayList<>();
        for (int seed = 0; seed < settings.seeds(); seed++) {
            answers.add(walks.ask(graph, query(user, WalksSettings.K, seed)));
        }
        walks.judge(answers, heldOut);
        answers.forEach(answer -> count(answer, order));
    }

    private void count(Answer answer, ExactOrder order) {
        cases++;
        if (answer.stoppedBy() == StoppedBy.CONFIDENT) {
            made++;
            held += order.holds(Asked.items(answer), epsilon) ? 1 : 0;
        }
    }

    Claims claims() {
        return new Claims(cases, made, held);
    }

    double epsilon() {
        return epsilon;
    }

    /** Walks first, then PageRank as it is served, then exact. */
    List<WalksRow> rows() {
        return List.of(row(walks), row(served), row(exact));
    }

    private WalksRow row(Asked asked) {
        RelativeDifference difference = RelativeDifference.of(asked.recalls(), exact.recalls());
        return new WalksRow(
                settings.dataset(),
                asked.name(),
                asked.quality().users(),
                asked.quality().recall(),
                asked.quality().ndcg(),
                difference.percent(),
                difference.lowPercent(),
                difference.highPercent(),
                asked.times().millisAt(50),
                asked.times().millisAt(99));
    }
}
