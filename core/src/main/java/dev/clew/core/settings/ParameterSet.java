package dev.clew.core.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters by name, for who checks many {@link Settings} against the same ones. Of two with one name, the later counts. */
public final class ParameterSet {
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    public ParameterSet(Collection<Parameter> parameters) {
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
    }

    @Nullable
    Parameter named(String name) {
        return byName.get(name);
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
