package dev.clew.cli.evaluate;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.evaluation.run.ParameterValues;
import dev.clew.evaluation.tune.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which recommenders, with which settings. */
final class Choice {
    /** What one may cost to be among all. */
    private static final double AFFORDABLE_CPU_SECONDS = 60;

    private final Recommenders installed;
    private final Map<String, Map<String, Object>> given = new HashMap<>();

    Choice(Recommenders installed) {
        this.installed = installed;
    }

    /** Takes the settings of preset files. */
    void addPresets(List<Path> files) throws IOException {
        for (Path file : files) {
            Preset preset = Preset.read(file);
            installed.named(preset.recommender());
            given.computeIfAbsent(preset.recommender(), name -> new HashMap<>()).putAll(preset.settings());
        }
    }

    /** Takes settings written {@code recommender.parameter=value}, which win over those of presets. */
    void addSettings(List<String> settings) {
        for (String setting : settings) {
            int dot = setting.indexOf('.');
            int equals = setting.indexOf('=');
            if (dot < 1 || equals < dot + 2) {
                throw new IllegalArgumentException("--set (" + setting
                        + ") must be RECOMMENDER.PARAMETER=VALUE, such as walk-kernel.candidateExponent=0.3.");
            }
            RecommenderProvider provider = installed.named(setting.substring(0, dot));
            String name = setting.substring(dot + 1, equals);
            given.computeIfAbsent(provider.name(), any -> new HashMap<>())
                    .put(name, ParameterValues.read(provider, name, setting.substring(equals + 1)));
        }
    }

    /** The settings given for a recommender. */
    Map<String, Object> settings(String recommender) {
        return given.getOrDefault(recommender, Map.of());
    }

    /**
     * The chosen names.
     *
     * @param chosen {@code all}: those whose own estimate on the graph is at most a minute; {@code every}: all installed; else names
     */
    List<String> recommenders(List<String> chosen, RecommendationGraph graph) {
        if (chosen.equals(List.of("every"))) {
            return installed.all().stream().map(RecommenderProvider::name).toList();
        }
        if (chosen.equals(List.of("all"))) {
            return installed.all().stream()
                    .filter(provider -> provider.estimate(graph).cpuSeconds() <= AFFORDABLE_CPU_SECONDS)
                    .map(RecommenderProvider::name)
                    .toList();
        }
        chosen.forEach(installed::named);
        return chosen.stream().distinct().toList();
    }
}
