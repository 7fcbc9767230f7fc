package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.timing.GcPause;
import dev.clew.benchmarks.timing.GcPauses;
import dev.clew.cli.output.Console;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

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
        asked.add(new Asked(kind, door.ask(kind, settings.timeoutMillis())));
    }

    private void tell(int calls) {
        if (calls % Math.max(1, settings.calls() / PROGRESS_STEPS) == 0) {
            console.line("%,d of %,d calls, longest overrun %.1f ms"
                    .formatted(
                            calls,
                            settings.calls(),
                            result(one -> true, List.of()).overruns().millisAt(100)));
        }
    }

    private List<DeadlineRow> summary(List<GcPause> pauses) {
        var rows = new ArrayList<DeadlineRow>();
        kinds.forEach(kind -> rows.add(DeadlineRow.of(
                door.title(),
                kind.recommender(),
                kind.asker().title(),
                kind.explain().option(),
                result(one -> one.kind().equals(kind), pauses))));
        rows.add(DeadlineRow.of(
                door.title(), DeadlineRow.ALL, DeadlineRow.ALL, DeadlineRow.ALL, result(one -> true, pauses)));
        return rows;
    }

    private CaseResult result(Predicate<Asked> which, List<GcPause> pauses) {
        var result = new CaseResult(settings.timeoutMillis());
        asked.stream()
                .filter(which)
                .forEach(one -> result.add(
                        one.answer(),
                        complete.getOrDefault(one.kind(), List.of()),
                        one.answer().among(pauses)));
        return result;
    }
}
