package dev.clew.benchmarks.freshness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declaration of the data, with the types that probes use besides. */
final class ProbeDeclaration {

    private static final Map<String, Object> HIDDEN = Map.of("type", "BENCH_HIDDEN", "exclude", true);
    private static final Map<String, Object> TAGGED =
            Map.of("type", "BENCH_TAGGED", "label", "BenchTag", "kind", "bench tag", "key", "name", "direction", "OUT");

    private ProbeDeclaration() {}

    static Map<String, Object> extend(Map<String, Object> declaration) {
        var extended = new HashMap<>(declaration);
        extended.put("interactions", with(HIDDEN, declaration.get("interactions")));
        extended.put("attributes", with(TAGGED, declaration.get("attributes")));
        return extended;
    }

    private static List<Object> with(Object entry, @Nullable Object list) {
        var all = new ArrayList<Object>();
        if (list instanceof List<?> entries) {
            all.addAll(entries);
        }
        all.add(entry);
        return all;
    }
}
