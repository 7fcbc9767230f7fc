package dev.clew.api.graph;

import dev.clew.api.problem.ProblemException;
import dev.clew.api.problem.ProblemType;
import dev.clew.core.declaration.Declaration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads declarations from the database, at each call: a graph declared anew is served as it now is. */
@Service
public class DeclaredGraphs {
    private static final String DEFAULT_NAME = "default";
    private static final long READABLE_FORMAT = 1;
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ClewGraphs graphs;
    private final JsonMapper json;

    DeclaredGraphs(ClewGraphs graphs, JsonMapper json) {
        this.graphs = graphs;
        this.json = json;
    }

    /** Every declared graph, by name. */
    public List<DeclaredGraph> all() {
        return graphs.findAllByOrderByName().stream().map(this::read).toList();
    }

    /**
     * The graph a request means: the named one, else {@code default}, else the only one there is.
     *
     * @throws ProblemException if there is none
     */
    public DeclaredGraph resolve(@Nullable String name) {
        return graphs.findByName(name == null ? DEFAULT_NAME : name)
                .map(this::read)
                .orElseGet(() -> elseTheOnlyOne(name));
    }

    private DeclaredGraph elseTheOnlyOne(@Nullable String name) {
        List<DeclaredGraph> all = all();
        if (all.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NO_GRAPH_DECLARED,
                    "No graph is declared in the database. Declare one with CALL clew.graph.declare('default', {...}).");
        }
        List<String> names = all.stream().map(DeclaredGraph::name).toList();
        if (name != null) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_GRAPH,
                    "No graph is named '" + name + "'. Declared: " + String.join(", ", names) + ".");
        }
        if (all.size() > 1) {
            throw new ProblemException(
                    ProblemType.BAD_ARGUMENT,
                    "graph must be given, because several are declared and none is named 'default': "
                            + String.join(", ", names) + ".");
        }
        return all.get(0);
    }

    private DeclaredGraph read(ClewGraph stored) {
        if (stored.formatVersion() > READABLE_FORMAT) {
            throw new IllegalStateException("Graph '" + stored.name() + "' is stored in format "
                    + stored.formatVersion() + "; this service reads up to " + READABLE_FORMAT
                    + ". Use the service of the plugin's version.");
        }
        Declaration declaration = Declaration.fromMap(json.readValue(stored.declaration(), MAP));
        return new DeclaredGraph(stored.name(), stored.version(), declaration);
    }
}
