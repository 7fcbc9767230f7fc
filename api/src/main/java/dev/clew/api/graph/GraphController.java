package dev.clew.api.graph;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists what can be asked. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Graphs", description = "The declared recommendation graphs")
final class GraphController {
    private final DeclaredGraphs graphs;

    GraphController(DeclaredGraphs graphs) {
        this.graphs = graphs;
    }

    @GetMapping("/v1/graphs")
    @Operation(
            operationId = "listGraphs",
            summary = "Lists the declared graphs",
            description = "What users, items, interactions and attributes are in each graph of this database.")
    GraphList list() {
        return new GraphList(graphs.all().stream().map(GraphController::summary).toList());
    }

    private static GraphSummary summary(DeclaredGraph graph) {
        return new GraphSummary(
                graph.name(), graph.version(), graph.declaration().toMap());
    }

    /** @param graphs by name */
    record GraphList(List<GraphSummary> graphs) {}

    /**
     * @param name what to pass as {@code graph}
     * @param version counts how often the name was declared
     * @param declaration the map that was declared, with key types and defaults filled in
     */
    record GraphSummary(String name, long version, Map<String, Object> declaration) {}
}
