package dev.clew.core.path;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The kernel rows kept for a graph and the states that commits make of it: those used last, within a limit. A row is given out only if no commit
 * since it was computed touched a node that its walks pass, so what is kept never shows in an answer. Thread-safe.
 */
final class KernelRows {
    private static final long LEAST_LIMIT = 64 << 20;

    private final long mostBytes;
    private final Map<Kernel, Map<Integer, KernelRow>> kernels = new ConcurrentHashMap<>();
    /** Items whose rows are being computed in the background. */
    private final Set<Integer> underway = ConcurrentHashMap.newKeySet();

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong tick = new AtomicLong();

    /** What the rows of one kind have in common: the two steps, as numbers since it is looked up for each answer, and the exponent. */
    private record Kernel(int first, int second, double degreeExponent) {
        static Kernel of(List<Step> steps, double degreeExponent) {
            return new Kernel(steps.get(0).number(), steps.get(1).number(), degreeExponent);
        }

        /** A cursor of the first step. */
        Neighbours first(RecommendationGraph graph) {
            return graph.neighbours(
                    graph.schema().relationshipTypes().get(first / 2), first % 2 == 0 ? Direction.OUT : Direction.IN);
        }
    }

    private KernelRows(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The rows of that graph. They take as much memory as the graph itself or 64 MiB, whichever is more, and at most an eighth of the heap. */
    static KernelRows of(RecommendationGraph graph) {
        return graph.derived(KernelRows.class, () -> new KernelRows(mostBytes(graph)));
    }

    private static long mostBytes(RecommendationGraph graph) {
        long wanted = Math.max(LEAST_LIMIT, graph.memoryBytes());
        return Math.min(wanted, Runtime.getRuntime().maxMemory() / 8);
    }

    /** The rows along two steps, for looking many up. */
    Map<Integer, KernelRow> along(List<Step> steps, double degreeExponent) {
        return kernels.computeIfAbsent(Kernel.of(steps, degreeExponent), it -> new ConcurrentHashMap<>());
    }

    /**
     * The item's row, if it is kept and holds for this state.
     *
     * @param first a cursor of the kernel's first step; it is moved to the item
     */
    @Nullable
    KernelRow find(Map<Integer, KernelRow> rows, int item, RecommendationGraph graph, Neighbours first) {
        KernelRow row = rows.get(item);
        if (row == null || !holds(row, graph, first)) {
            return null;
        }
        row.usedAt(tick.incrementAndGet());
        return row;
    }

    private static boolean holds(KernelRow row, RecommendationGraph graph, Neighbours first) {
        long version = graph.version();
        if (row.holdsAt() == version) {
            return true;
        }
        first.at(row.item);
        if (!graph.sameRowsSince(row.holdsAt(), node -> node == row.item || leadsTo(first, node))) {
            return false;
        }
        row.holdsAt(version);
        return true;
    }

    /** What is kept, checked against a state of the graph. */
    KeptRows status(RecommendationGraph graph) {
        List<KernelRow> dirty = new ArrayList<>();
        int kept = 0;
        for (Map.Entry<Kernel, Map<Integer, KernelRow>> rows : kernels.entrySet()) {
            Neighbours first = rows.getKey().first(graph);
            for (KernelRow row : rows.getValue().values()) {
                kept++;
                if (!holds(row, graph, first)) {
                    dirty.add(row);
                }
            }
        }
        long now = System.currentTimeMillis();
        long oldest = dirty.stream()
                .mapToLong(row -> now - row.checkedAtMillis())
                .max()
                .orElse(0);
        return new KeptRows(kept, dirty.size(), oldest);
    }

    private static boolean leadsTo(Neighbours first, int node) {
        int at = first.lowerBound(node);
        return at < first.size() && first.node(at) == node;
    }

    /** Keeps a row, unless one of a later state is kept already; if need be in place of those not used for longest. */
    void keep(Map<Integer, KernelRow> rows, KernelRow row) {
        row.usedAt(tick.incrementAndGet());
        rows.compute(row.item, (item, old) -> old == null ? counted(row) : later(old, row));
        if (bytes.get() > mostBytes) {
            shrink();
        }
    }

    /** Computes and keeps a row that was too much for an answer's budget, unless that is going on already. */
    void inBackground(Map<Integer, KernelRow> rows, int item, IntFunction<KernelRow> compute) {
        if (underway.add(item)) {
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    keep(rows, compute.apply(item));
                } finally {
                    underway.remove(item);
                }
            });
        }
    }

    private KernelRow counted(KernelRow row) {
        bytes.addAndGet(row.sums.memoryBytes());
        return row;
    }

    private KernelRow later(KernelRow old, KernelRow row) {
        if (old.holdsAt() > row.holdsAt()) {
            return old;
        }
        bytes.addAndGet(-old.sums.memoryBytes());
        return counted(row);
    }

    /** Down to three quarters of the limit, so that it is not looked for room again with the next row. */
    private synchronized void shrink() {
        if (bytes.get() > mostBytes) {
            for (Use use : longestUnusedFirst()) {
                if (bytes.get() <= mostBytes - mostBytes / 4) {
                    return;
                }
                forget(use);
            }
        }
    }

    /** A kept row and when it was last used, noted before sorting: it goes on being used meanwhile. */
    private record Use(Map<Integer, KernelRow> rows, KernelRow row, long tick) {}

    private List<Use> longestUnusedFirst() {
        return kernels.values().stream()
                .flatMap(rows -> rows.values().stream().map(row -> new Use(rows, row, row.lastUsed())))
                .sorted(Comparator.comparingLong(Use::tick))
                .toList();
    }

    private void forget(Use use) {
        if (use.rows().remove(use.row().item, use.row())) {
            bytes.addAndGet(-use.row().sums.memoryBytes());
        }
    }
}
