package dev.clew.cli.demo;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.LoadDisplay;
import dev.clew.ingest.load.LoadOptions;
import dev.clew.ingest.load.LoadSummary;
import dev.clew.ingest.load.Loader;
import dev.clew.ingest.source.GraphSource;
import org.neo4j.driver.Driver;

/** Loads the demo's data, unless an earlier run did. */
final class DemoLoad {

    private final Driver driver;
    private final DemoSettings settings;
    private final Console console;

    DemoLoad(Driver driver, DemoSettings settings, Console console) {
        this.driver = driver;
        this.settings = settings;
        this.console = console;
    }

    LoadSummary load(GraphSource source) {
        var options = LoadOptions.DEFAULT
                .withDeclare(false)
                .withSkipCompleted(true)
                .withRejectFile(settings.state().logs().resolve("rejected.csv"));
        try (var display = new LoadDisplay(console)) {
            return new Loader(driver, options, display).load(source);
        }
    }
}
