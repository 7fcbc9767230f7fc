package dev.clew.cli.train;

import dev.clew.cli.database.DatabaseOptions;
import dev.clew.cli.output.Console;
import dev.clew.gnn.store.ModelStore;
import dev.clew.gnn.store.StoredModel;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.neo4j.driver.Driver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clew mirror}. */
@Command(
        name = "mirror",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Copies the vectors of a live model to the items' property clewEmbedding, with a vector index.",
            "train does so when it publishes; this is for after a rollback. A copy that was killed goes on where it stopped."
        })
public final class MirrorCommand implements Callable<Integer> {
    @Option(names = "--model", paramLabel = "NAME", required = true, description = "The live model's recommender.")
    private String model = "";

    @Option(
            names = "--graph",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The declared graph (default: ${DEFAULT-VALUE}).")
    private String graph = "";

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() throws Exception {
        var console = Console.ofThisProcess();
        try (Driver driver = database.connect()) {
            var store = new ModelStore(driver, Clock.systemUTC());
            StoredModel live = store.live(graph, model)
                    .orElseThrow(() -> new IllegalArgumentException("model (" + model + ") must be live for graph '"
                            + graph + "'. ./clew train --model " + model + " --graph " + graph + " makes it so."));
            new Mirror(driver, console).copy(graph, live.version(), store.read(graph, live.version()));
        }
        return 0;
    }
}
