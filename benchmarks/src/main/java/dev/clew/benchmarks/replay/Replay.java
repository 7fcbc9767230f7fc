package dev.clew.benchmarks.replay;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.FallbackRecommender;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks once, the clock cutting some of the answers short, and again from what was recorded. */
final class Replay {

    private static final String FALLBACK = "popularity";

    /** Recommenders that learn more than this first are not asked. */
    private static final double MOST_FIT_SECONDS = 10;

    /** Half of the requests have a deadline, from a batch of work to what most answers need. */
    private static final double SHORTEST_DEADLINE_NANOS = 1e4;

    private static final double LONGEST_DEADLINE_NANOS = 3e6;

    /** One of so many requests asks for ledgers, which take far longer than lists. */
    private static final int EXPLAINED_SHARE = 16;

    private final GraphStates states;
    private final Map<String, Recommender> recommenders = new TreeMap<>();

    Replay(GraphStates states) {
        this.states = states;
        var installed = Recommenders.installed(Replay.class.getClassLoader());
        Recommender fallback = fitted(installed, installed.named(FALLBACK));
        for (RecommenderProvider provider : installed.all()) {
            if (provider.estimate(states.at(0)).cpuSeconds() <= MOST_FIT_SECONDS) {
                recommenders.put(provider.name(), new FallbackRecommender(fitted(installed, provider), fallback));
            }
        }
    }

    private Recommender fitted(Recommenders installed, RecommenderProvider provider) {
        Settings defaults = Settings.defaults(provider.parameters());
        return installed.fit(provider.name(), defaults, TrainingData.all(states.at(0)), 1);
    }

    /** The recommenders that are asked. */
    List<String> recommenders() {
        return List.copyOf(recommenders.keySet());
    }

    /** Requests of users at random, each recommender as often as the others. */
    List<Request> requests(int count, long seed) {
        var random = new SplittableRandom(seed);
        int[] users = states.users();
        List<String> names = recommenders();
        var requests = new ArrayList<Request>(count);
        for (int i = 0; i < count; i++) {
            requests.add(new Request(
                    names.get(i % names.size()),
                    random.nextInt(states.size()),
                    users[random.nextInt(users.length)],
                    random.nextLong(),
                    random.nextInt(EXPLAINED_SHARE) == 0,
                    random.nextBoolean() ? 0 : deadline(random)));
        }
        return requests;
    }

    private static long deadline(SplittableRandom random) {
        double logarithm = Math.log(LONGEST_DEADLINE_NANOS / SHORTEST_DEADLINE_NANOS);
        return (long) (SHORTEST_DEADLINE_NANOS * Math.exp(random.nextDouble() * logarithm));
    }

    /** Asks for the first time, on as many threads as there are cores. */
    List<ReplayRecord> ask(List<Request> requests) throws InterruptedException {
        return onThreads(Runtime.getRuntime().availableProcessors(), requests, this::ask);
    }

    private ReplayRecord ask(Request request) {
        GraphSnapshot graph = states.at(request.state());
        Answer answer = answer(request, request.budget());
        return new ReplayRecord(request, answer.workDone(), answer.stoppedBy(), AnswerBytes.of(graph, answer));
    }

    /** Asks again for as much work as was done; returns the records that did not come out the same. */
    List<ReplayRecord> different(int threads, List<ReplayRecord> records) throws InterruptedException {
        List<Boolean> same = onThreads(threads, records, this::isSameAgain);
        var different = new ArrayList<ReplayRecord>();
        for (int i = 0; i < records.size(); i++) {
            if (!same.get(i)) {
                different.add(records.get(i));
            }
        }
        return different;
    }

    private boolean isSameAgain(ReplayRecord record) {
        var budget = new Budget(record.workDone(), Budget.NO_DEADLINE);
        Answer again = answer(record.request(), budget);
        return AnswerBytes.of(states.at(record.request().state()), again).equals(record.bytes());
    }

    private Answer answer(Request request, Budget budget) {
        GraphSnapshot graph = states.at(request.state());
        Recommender recommender = Objects.requireNonNull(recommenders.get(request.recommender()));
        return recommender.recommend(graph, request.query(graph, budget));
    }

    private interface Work<A, B> {
        B of(A task);
    }

    private static <A, B> List<B> onThreads(int threads, List<A> tasks, Work<A, B> work) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<B>> calls = tasks.stream()
                    .map(task -> (Callable<B>) () -> work.of(task))
                    .toList();
            var results = new ArrayList<B>(tasks.size());
            for (Future<B> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A request failed", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
