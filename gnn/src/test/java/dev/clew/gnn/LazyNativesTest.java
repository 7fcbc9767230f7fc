package dev.clew.gnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** ND4J takes seconds and a hundred megabytes to start: only who fits a model that needs it may wait for it. */
class LazyNativesTest {
    /** What is done in a world without ND4J and DL4J. */
    public static final class ListAllAndFitSpectral implements Callable<String> {
        @Override
        public String call() {
            GraphSnapshot graph = TestGraph.random(1, 6, 8, 2).build();
            Recommenders installed = Recommenders.installed(getClass().getClassLoader());
            StringBuilder names = new StringBuilder();
            for (RecommenderProvider provider : installed.all()) {
                Settings.defaults(provider.parameters());
                provider.estimate(graph);
                names.append(provider.name()).append(' ');
            }
            Settings settings = Settings.defaults(installed.named("spectral").parameters());
            installed.fit("spectral", settings, TrainingData.all(graph), 1);
            return names.toString();
        }
    }

    @Test
    void listingRecommendersAndFittingInClosedFormNeedNoNd4j() throws Exception {
        Class<?> task = Class.forName(ListAllAndFitSpectral.class.getName(), true, new WithoutNd4j());
        Object names = ((Callable<?>) task.getConstructor().newInstance()).call();

        assertThat(names)
                .as("recommenders of core and gnn, listed where ND4J's classes cannot be found")
                .asString()
                .contains("popularity ", "spectral ", "ease ");
    }

    /** Defines Clew's classes itself, so that what they refer to is asked for here, and finds nothing of ND4J. */
    private static final class WithoutNd4j extends ClassLoader {
        WithoutNd4j() {
            super(LazyNativesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.nd4j.") || name.startsWith("org.deeplearning4j.")) {
                throw new ClassNotFoundException(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null
                        ? loaded
                        : name.startsWith("dev.clew.") ? define(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
