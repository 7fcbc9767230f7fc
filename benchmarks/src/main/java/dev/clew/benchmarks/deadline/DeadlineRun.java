package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.timing.GcPause;
import dev.clew.benchmarks.timing.GcPauses;
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
    private final List<DeadlineCase> kinds;
    private final Map<DeadlineCase, List<Object>> complete = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private double longestOverrunMillis;

    DeadlineRun(Door door, DeadlineSettings settings, Console console) {
        this.door = door;
        this.settings = settings;
        this.console = console;
        this.kinds = DeadlineCase.all(door.recommenders(), door.explanations());
    }

    private record Asked(DeadlineCase kind, TimedAnswer answer) {}

    /** Rows for each kind of call, that for all of them last. */
    List<DeadlineRow> rows() throws InterruptedException {
        warmUp();
        try (GcPauses pauses = door.followPauses()) {
            askAll();
            return summary(pauses.untilNow());
        }
    }

    private void askAll() {
        var inTurn = new ArrayList<>(kinds);
        var random = new Random(1);
        for (int call = 0; call < settings.calls(); call++) {
            if (call % inTurn.size() == 0) {
                Collections.shuffle(inTurn, random);
            }
            ask(inTurn.get(call % inTurn.size()));
            tell(call + 1);
        }
    }

    private void warmUp() {
        for (DeadlineCase kind : kinds) {
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
        asked.add(new Asked(kind, answer));
        longestOverrunMillis = Math.max(longestOverrunMillis, answer.nanos() / 1e6 - settings.timeoutMillis());
    }

    private void tell(int calls) {
        if (calls % Math.max(1, settings.calls() / PROGRESS_STEPS) == 0) {
            console.line("%,d of %,d calls, longest overrun %.1f ms"
                    .formatted(calls, settings.calls(), longestOverrunMillis));
        }
    }

    private List<DeadlineRow> summary(List<GcPause> pauses) {
        var all = new CaseResult(settings.timeoutMillis());
        Map<DeadlineCase, CaseResult> results = new LinkedHashMap<>();
        kinds.forEach(kind -> results.put(kind, new CaseResult(settings.timeoutMillis())));
        for (Asked one : asked) {
            List<Object> whole = complete.getOrDefault(one.kind(), List.of());
            List<GcPause> meanwhile = one.answer().among(pauses);
            results.computeIfPresent(one.kind(), (kind, result) -> {
                result.add(one.answer(), whole, meanwhile);
                return result;
            });
            all.add(one.answer(), whole, meanwhile);
        }
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
