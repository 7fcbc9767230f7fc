package dev.clew.cli.train;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.Progress;
import dev.clew.core.model.Model;
import dev.clew.gnn.store.VectorMirror;
import dev.clew.ingest.declared.DeclaredItems;
import org.neo4j.driver.Driver;

/** Copies the vectors of a live version to the items, with progress. */
record Mirror(Driver driver, Console console) {
    void copy(String graph, long version, Model model) {
        DeclaredItems items = DeclaredItems.of(driver, graph);
        try (Progress progress =
                console.progress("Mirroring version " + version, model.items().size())) {
            new VectorMirror(driver, items.label(), items.key()).copy(graph, version, model, progress::at);
        }
        console.line("The items' property %s holds the vectors of version %d of %s."
                .formatted(VectorMirror.PROPERTY, version, model.recommender()));
    }
}
