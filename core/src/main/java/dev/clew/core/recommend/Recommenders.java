package dev.clew.core.recommend;

import dev.clew.core.settings.Settings;
import dev.clew.core.settings.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of recommender on the class path, by name. */
public final class Recommenders {
    private final Map<String, RecommenderProvider> providers;

    private Recommenders(Collection<RecommenderProvider> providers) {
        this.providers = providers.stream()
                .collect(Collectors.toMap(RecommenderProvider::name, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** Those that the class loader's {@link ServiceLoader} finds. */
    public static Recommenders installed(ClassLoader loader) {
        return new Recommenders(ServiceLoader.load(RecommenderProvider.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** All of them, by name. */
    public List<RecommenderProvider> all() {
        return List.copyOf(providers.values());
    }

    /** Whether there is a provider of that name. */
    public boolean has(String name) {
        return providers.containsKey(name);
    }

    /**
     * The provider of that name.
     *
     * @throws IllegalArgumentException if there is none, listing those there are
     */
    public RecommenderProvider named(String name) {
        RecommenderProvider provider = providers.get(name);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "recommender (" + name + ") is not installed. " + Suggestion.didYouMean(name, providers.keySet()));
        }
        return provider;
    }

    /** Fits the named recommender at the given settings, its components at their defaults. */
    public Recommender fit(String name, Settings settings, TrainingData data, long seed) {
        return fit(name, settings, data, seed, done -> {});
    }

    /** The same for somebody who waits. What components tell of themselves is kept back. */
    public Recommender fit(String name, Settings settings, TrainingData data, long seed, DoubleConsumer progress) {
        return named(name).fit(data, settings, new Context(data, seed, progress));
    }

    private final class Context implements FitContext {
        private final TrainingData data;
        private final long seed;
        private final DoubleConsumer progress;

        Context(TrainingData data, long seed, DoubleConsumer progress) {
            this.data = data;
            this.seed = seed;
            this.progress = progress;
        }

        @Override
        public long seed() {
            return seed;
        }

        @Override
        public Recommender component(String name) {
            RecommenderProvider provider = named(name);
            Context quiet = new Context(data, seed, done -> {});
            return provider.fit(data, Settings.defaults(provider.parameters()), quiet);
        }

        @Override
        public void progress(double done) {
            progress.accept(done);
        }
    }
}
