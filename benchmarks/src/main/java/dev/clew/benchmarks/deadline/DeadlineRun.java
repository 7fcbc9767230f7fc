package dev.clew.benchmarks.deadline;

import dev.clew.cli.output.Console;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Asks through a door, all kinds of calls in turn. */
final class DeadlineRun {

    /** For the answers to compare with, which nothing may cut. */
    private static final long NO_HURRY_MILLIS = 3_600_000;

    private static final int PROGRESS_STEPS = 10;

    private final Door door;
    private final DeadlineSettings settings;
    private final Console console;
    private final CaseResult all;
    private final Map<DeadlineCase, CaseResult> results = new LinkedHashMap<>();
    private final Map<DeadlineCase, List<Object>> complete = new HashMap<>();

    DeadlineRun(Door door, DeadlineSettings settings, Console console) {
        this.door = door;
        this.settings = settings;
        this.console = console;
        this.all = new CaseResult(settings.timeoutMillis());
        DeadlineCase.all(door.recommenders(), door.explanations())
                .forEach(kind -> results.put(kind, new CaseResult(settings.timeoutMillis())));
    }

    /** Rows for each kind of call, that for all of them last. */
    List<DeadlineRow> rows() {
        warmUp();
        var kinds = new ArrayList<>(results.keySet());
        var random = new Random(1);
        for (int call = 0; call < settings.calls(); call++) {
            if (call % kinds.size() == 0) {
                Collections.shuffle(kinds, random);
            }
            ask(kinds.get(call % kinds.size()));
            tell(call + 1);
        }
        return summary();
    }

    private void warmUp() {
        for (DeadlineCase kind : results.keySet()) {
            TimedAnswer whole = door.ask(kind, NO_HURRY_MILLIS);
            complete.put(kind, whole.items());
            console.line("%s: %,d ms without a deadline".formatted(kind, whole.nanos() / 1_000_000));
            for (int call = 0; call < settings.warmup(); call++) {
                door.ask(kind, settings.timeoutMillis());
            }
        }
    }

    private void ask(DeadlineCase kind) {
        TimedAnswer answer = door.ask(kind, settings.timeoutMillis());
        List<Object> whole = complete.getOrDefault(kind, List.of());
        results.computeIfPresent(kind, (key, result) -> {
            result.add(answer, whole);
            return result;
        });
        all.add(answer, whole);
    }

    private void tell(int calls) {
        if (calls % Math.max(1, settings.calls() / PROGRESS_STEPS) == 0) {
            console.line("%,d of %,d calls, longest overrun %.1f ms"
                    .formatted(calls, settings.calls(), all.overruns().millisAt(100)));
        }
    }

    private List<DeadlineRow> summary() {
        var rows = new ArrayList<DeadlineRow>();
        results.forEach((kind, result) -> rows.add(DeadlineRow.of(
                door.title(),
                kind.recommender(),
                kind.asker().title(),
                kind.explain().option(),
                result)));
        rows.add(DeadlineRow.of(door.title(), DeadlineRow.ALL, DeadlineRow.ALL, DeadlineRow.ALL, all));
        return rows;
    }
}
