package dev.clew.core.path;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.WorkMeter;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;

/**
 * The kernel rows for one answer: those kept, and the others computed on the fly and then kept. Which it was shows in nothing but the time: the row
 * is the same, and the same work is counted for it. One thread.
 */
final class KernelRowSource {
    /** What it takes to add a row to the sums, for each of its nodes. */
    private static final int ADDING_NANOS = 5;

    private final RecommendationGraph graph;
    private final MetaPath path;
    private final double degreeExponent;
    private final WorkMeter meter;
    private final KernelRows kept;
    private final Map<Integer, KernelRow> rows;
    private final Neighbours first;
    private final KernelRowScan scan;
    private final int avoided;

    private final LongUnaryOperator afterwards;

    /**
     * @param scratch its sums are overwritten
     * @param ranking how many nanoseconds it will take to rank what there is, with so many nodes more
     */
    KernelRowSource(
            RecommendationGraph graph,
            MetaPath path,
            DegreePower degreePower,
            History history,
            NodeScores scratch,
            WorkMeter meter,
            LongUnaryOperator ranking) {
        this.graph = graph;
        this.path = path;
        this.degreeExponent = degreePower.exponent();
        this.meter = meter;
        this.kept = KernelRows.of(graph);
        this.rows = kept.along(path.steps(), degreeExponent);
        this.first =
                graph.neighbours(path.steps().get(0).type(), path.steps().get(0).direction());
        this.afterwards = reached -> ADDING_NANOS * reached + ranking.applyAsLong(reached);
        this.scan = new KernelRowScan(graph, path.steps(), degreePower, scratch, afterwards);
        this.avoided = hasTakenBack(history) ? history.user() : RecommendationGraph.NO_NODE;
    }

    /**
     * Whether the graph has actions of the user that the history has not, since the asking transaction is about to remove them. If not, a row may be
     * shared between users: what their own walks put into it lies on items they acted on, and none of these is recommended.
     */
    private boolean hasTakenBack(History history) {
        if (history.user() == RecommendationGraph.NO_NODE) {
            return false;
        }
        return graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .map(type -> graph.neighbours(type, Direction.OUT).at(history.user()))
                .anyMatch(row -> !includesAll(history, row));
    }

    private static boolean includesAll(History history, Neighbours row) {
        IntPredicate included = history.isTruncated() ? history.membership() : history::includes;
        for (int i = 0; i < row.size(); i++) {
            if (!included.test(row.node(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The item's row, or as much of it as the meter has budget for.
     *
     * @param here what it will be added to
     */
    KernelRow row(int item, NodeScores here) {
        if (avoided != RecommendationGraph.NO_NODE) {
            return scan.row(item, avoided, meter);
        }
        KernelRow known = kept.find(rows, item, graph, first);
        if (known == null) {
            return computed(item);
        }
        boolean used = hasTimeFor(known, here) && meter.spendAgain(known.work);
        return used ? known : scan.row(item, RecommendationGraph.NO_NODE, meter);
    }

    /** Adding takes time for all of its nodes, ranking for those that are new: they are counted only where there is no time for ranking all. */
    private boolean hasTimeFor(KernelRow known, NodeScores here) {
        long adding = ADDING_NANOS * known.sums.reach();
        meter.reserve(adding + afterwards.applyAsLong(known.sums.reach()));
        if (meter.hasTime()) {
            return true;
        }
        meter.reserve(adding + afterwards.applyAsLong(known.sums.reachBeyond(here)));
        return meter.hasTime();
    }

    private KernelRow computed(int item) {
        KernelRow row = scan.row(item, RecommendationGraph.NO_NODE, meter);
        if (row.isComplete()) {
            kept.keep(rows, row);
        } else {
            kept.inBackground(rows, item, this::completed);
        }
        return row;
    }

    /** The row at whatever cost, on another thread than this answer's. */
    private KernelRow completed(int item) {
        NodeScores scratch = WalkScores.POOL.borrow(graph.nodeCount());
        try {
            KernelRowScan apart =
                    new KernelRowScan(graph, path.steps(), DegreePower.to(degreeExponent), scratch, reached -> 0);
            return apart.row(item, RecommendationGraph.NO_NODE, new WorkMeter(Budget.UNLIMITED));
        } finally {
            WalkScores.POOL.giveBack(scratch);
        }
    }
}
