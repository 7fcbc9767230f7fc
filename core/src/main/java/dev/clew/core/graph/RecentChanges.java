package dev.clew.core.graph;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Whose rows each of the latest commits changed, so that what was computed from rows can be asked whether it still holds. Immutable. */
final class RecentChanges {
    /** Commits remembered. A new state copies as many references: less than a microsecond. */
    private static final int MOST = 1024;

    static final RecentChanges NONE = new RecentChanges(new int[0][]);

    /** For each commit, the latest last, the nodes whose rows it changed; a node may be named twice. */
    private final int[][] commits;

    private RecentChanges(int[][] commits) {
        this.commits = commits;
    }

    /** These and one more commit. The array is not copied. */
    RecentChanges plus(int[] nodes) {
        int from = Math.max(0, commits.length + 1 - MOST);
        int[][] next = Arrays.copyOfRange(commits, from, commits.length + 1);
        next[next.length - 1] = nodes;
        return new RecentChanges(next);
    }

    /** Whether none of the last so many commits changed the row of such a node; false if that is not remembered. */
    boolean spared(long count, IntPredicate nodes) {
        if (count < 0 || count > commits.length) {
            return false;
        }
        for (int i = commits.length - (int) count; i < commits.length; i++) {
            if (Arrays.stream(commits[i]).anyMatch(nodes)) {
                return false;
            }
        }
        return true;
    }
}
