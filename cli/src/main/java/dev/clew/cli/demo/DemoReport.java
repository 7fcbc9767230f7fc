package dev.clew.cli.demo;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.LoadReport;
import dev.clew.cli.output.Table;
import dev.clew.cli.process.Ports;
import java.util.List;
import java.util.Locale;

/** The words of the demo. */
final class DemoReport {

    private final Console console;

    DemoReport(Console console) {
        this.console = console;
    }

    void recommendations(DemoUser user, List<RecommendedItem> items) {
        var table = new Table("#", "Recommended", "Score", "Because");
        for (var item : items) {
            table.add(
                    String.valueOf(item.rank()),
                    item.name(),
                    String.format(Locale.ROOT, "%.4g", item.score()),
                    item.reason());
        }
        console.line("");
        console.line("For %s (%s):".formatted(user.name(), user.id()));
        table.lines().forEach(line -> console.line("  " + line));
    }

    void links(Ports ports, DemoUser user) {
        console.line("");
        console.line("Browser   %s/browser/?dbms=%s&db=neo4j&preselectAuthMethod=NO_AUTH"
                .formatted(ports.httpUri(), ports.boltUri()));
        console.line("API docs  %s/docs".formatted(ports.apiUri()));
        console.line("REST      %s/v1/users/%s/recommendations".formatted(ports.apiUri(), user.id()));
    }

    void timings(DemoTimings timings) {
        console.line("");
        console.line(seconds("Neo4j started in", timings.serverSeconds()));
        console.line("Load: " + LoadReport.total(timings.load()));
        console.line("Snapshot: " + timings.snapshot());
        console.line(seconds("REST API started in", timings.apiSeconds()));
        timings.calls().ifPresent(calls -> {
            console.line("clew.recommend over Bolt, with reasons:        " + calls.recommend());
            console.line("clew.recommend over Bolt, keys and scores:    " + calls.scores());
            console.line("a call that does nothing over Bolt:           " + calls.trivial());
        });
    }

    private static String seconds(String what, double seconds) {
        return String.format(Locale.ROOT, "%s %.1f s", what, seconds);
    }
}
