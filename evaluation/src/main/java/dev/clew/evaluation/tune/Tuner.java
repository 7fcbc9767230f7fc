package dev.clew.evaluation.tune;

import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.evaluation.protocol.Task;
import dev.clew.evaluation.run.Candidates;
import dev.clew.evaluation.run.Evaluator;
import dev.clew.evaluation.run.RunListener;
import dev.clew.evaluation.run.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Searches a recommender's settings on a validation task: random search, where each setting is tried on all users, or successive halving,
 * where all are tried on few users and the best go on to more.
 *
 * <p>Sources: Bergstra and Bengio, Random search for hyper-parameter optimization, JMLR 2012; Jamieson and Talwalkar, Non-stochastic best
 * arm identification and hyperparameter optimization, AISTATS 2016, with users as the resource (as in Li et al., Hyperband, JMLR 2018).
 * Fitting costs the same in every round, so halving pays where answering costs more than fitting.
 *
 * <p>The n-th setting depends on the seed and n alone, users of a round are among those of the next, and finished trials come from the
 * {@link Journal}: a search that was killed and goes on ends with the same setting.
 */
public final class Tuner {
    private final Recommenders recommenders;
    private final Task task;
    private final Candidates candidates;
    private final TuneSettings settings;
    private final RunListener listener;

    public Tuner(
            Recommenders recommenders, Task task, Candidates candidates, TuneSettings settings, RunListener listener) {
        this.recommenders = recommenders;
        this.task = task;
        this.candidates = candidates;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Runs the search, or goes on with it.
     *
     * @return trials of the last round that was begun, best first; at least one
     * @throws IllegalArgumentException if the budget ended before a single trial did
     */
    public List<Trial> search(RecommenderProvider provider, Journal journal) throws IOException, InterruptedException {
        double begin = cpuSeconds();
        List<Draw> alive = draws(provider);
        List<Trial> best = List.of();
        for (int users : rounds()) {
            List<Trial> round = round(provider, alive, users, journal, begin);
            if (round.isEmpty()) {
                break;
            }
            best = round;
            alive = round.stream()
                    .limit(Math.max(1, (alive.size() + settings.keepOneIn() - 1) / settings.keepOneIn()))
                    .map(trial -> new Draw(trial.number(), trial.settings()))
                    .toList();
        }
        if (best.isEmpty()) {
            throw new IllegalArgumentException("budget (" + settings.cpuSeconds()
                    + " CPU-s) must be enough for at least one trial. Raise it, or begin with fewer users.");
        }
        return best;
    }

    private record Draw(int number, Map<String, Object> settings) {}

    private List<Draw> draws(RecommenderProvider provider) {
        SearchSpace space = SearchSpace.of(provider);
        return IntStream.range(0, settings.trials())
                .mapToObj(number -> new Draw(
                        number,
                        number == 0
                                ? Map.of()
                                : space.draw(new SplittableRandom(settings.seed() * 1_000_003L + number))))
                .toList();
    }

    /** Users of each round; 0, the last, stands for all. */
    private List<Integer> rounds() {
        List<Integer> rounds = new ArrayList<>();
        int all = task.relevant().users().size();
        if (settings.keepOneIn() > 1) {
            int alive = settings.trials();
            for (long users = settings.firstUsers(); users < all && alive > 1; users *= settings.keepOneIn()) {
                rounds.add((int) users);
                alive = (alive + settings.keepOneIn() - 1) / settings.keepOneIn();
            }
        }
        rounds.add(0);
        return rounds;
    }

    /** Finished trials, best first, ties by number. */
    private List<Trial> round(RecommenderProvider provider, List<Draw> draws, int users, Journal journal, double begin)
            throws InterruptedException {
        Evaluator evaluator = new Evaluator(recommenders, task, runSettings(users), RunListener.NONE);
        String step = users == 0 ? "Trials on all users" : "Trials on " + users + " users";
        List<Trial> finished = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(settings.parallel());
        try {
            List<Future<List<Trial>>> running = new ArrayList<>();
            for (Draw draw : draws) {
                Callable<List<Trial>> work = () -> trial(provider, evaluator, draw, users, journal, begin);
                running.add(threads.submit(work));
            }
            for (Future<List<Trial>> trial : running) {
                finished.addAll(result(trial));
                listener.at(step, finished.size(), draws.size());
            }
        } finally {
            threads.shutdownNow();
        }
        finished.sort(Comparator.comparingDouble(Trial::value).reversed().thenComparingInt(Trial::number));
        return finished;
    }

    private static List<Trial> result(Future<List<Trial>> trial) throws InterruptedException {
        try {
            return trial.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A trial failed: " + failed.getCause(), failed);
        }
    }

    /** The finished trial, or nothing if the budget is used up. */
    private List<Trial> trial(
            RecommenderProvider provider, Evaluator evaluator, Draw draw, int users, Journal journal, double begin) {
        var known = journal.find(draw.number(), users);
        if (known.isPresent()) {
            return List.of(known.get());
        }
        if (cpuSeconds() - begin > settings.cpuSeconds()) {
            return List.of();
        }
        double value = evaluator.evaluate(provider.name(), draw.settings()).value(settings.metric());
        Trial trial = new Trial(draw.number(), users, draw.settings(), value);
        try {
            journal.add(trial);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        return List.of(trial);
    }

    private RunSettings runSettings(int users) {
        return new RunSettings(List.of(settings.cutoff()), candidates, users, settings.seed(), 100, 0);
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }
}
