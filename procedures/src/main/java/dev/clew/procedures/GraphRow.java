package dev.clew.procedures;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.path.KeptRows;
import dev.clew.procedures.live.LiveGraph;
import org.jspecify.annotations.Nullable;

/**
 * A declared graph and how its snapshot is.
 *
 * @param state 'building', 'ready', 'stale' or 'failed'; see {@link LiveGraph.State}
 * @param version of the declaration
 * @param snapshotVersion of the state now in memory; null while there is none, like all counts
 * @param transactionId of the last commit the snapshot has seen since it was built; 0 if there was none
 * @param interactions positive ones; what users rejected or merely saw is not counted
 * @param bytes held by the snapshot
 * @param changedRows rows of neighbours that commits have changed and that are not back in the snapshot's arrays yet
 * @param changedBytes how many of the bytes what commits have changed takes
 * @param keptRows rows of walks from busy items that are kept for answers; null while there is no snapshot, like the next two
 * @param dirtyRows of these, how many commits have changed since: they are computed anew when they are next asked for
 * @param oldestDirtyMillis how long ago the oldest of these was last known to hold; 0 if there is none
 * @param buildMillis time the last reading of the store took
 * @param message what is wrong, if something is
 */
public record GraphRow(
        String name,
        String state,
        long version,
        @Nullable Long snapshotVersion,
        long transactionId,
        @Nullable Long users,
        @Nullable Long items,
        @Nullable Long attributes,
        @Nullable Long interactions,
        @Nullable Long links,
        @Nullable Long bytes,
        @Nullable Long changedRows,
        @Nullable Long changedBytes,
        @Nullable Long keptRows,
        @Nullable Long dirtyRows,
        @Nullable Long oldestDirtyMillis,
        long buildMillis,
        String message) {

    static GraphRow of(LiveGraph.Status status) {
        GraphSnapshot graph = status.snapshot();
        KeptRows rows = graph == null ? null : KeptRows.of(graph);
        return new GraphRow(
                status.declared().name(),
                status.stateName(),
                status.declared().version(),
                graph == null ? null : graph.version(),
                status.transactionId(),
                nodes(graph, NodeRole.USER),
                nodes(graph, NodeRole.ITEM),
                nodes(graph, NodeRole.ATTRIBUTE),
                relationships(graph, RelationshipRole.INTERACTION),
                relationships(graph, RelationshipRole.LINK),
                graph == null ? null : graph.memoryBytes(),
                graph == null ? null : graph.changedRows(),
                graph == null ? null : graph.changedBytes(),
                rows == null ? null : (long) rows.kept(),
                rows == null ? null : (long) rows.dirty(),
                rows == null ? null : rows.oldestDirtyMillis(),
                status.buildMillis(),
                status.message());
    }

    private static @Nullable Long nodes(@Nullable GraphSnapshot graph, NodeRole role) {
        return graph == null ? null : graph.count(role);
    }

    private static @Nullable Long relationships(@Nullable GraphSnapshot graph, RelationshipRole role) {
        return graph == null
                ? null
                : graph.schema().relationshipTypes(role).stream()
                        .mapToLong(graph::relationshipCount)
                        .sum();
    }
}
