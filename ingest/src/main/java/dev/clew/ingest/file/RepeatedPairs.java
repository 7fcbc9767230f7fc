package dev.clew.ingest.file;

import java.util.Arrays;

/**
 * Finds repeated pairs in rows that are grouped by their first number, in memory for the second numbers only: for each it remembers the
 * group that had it last.
 */
public final class RepeatedPairs {
    private int[] lastGroup = new int[1024];
    private int group;
    private long current = Long.MIN_VALUE;

    /**
     * Whether the pair came before in the current group.
     *
     * @param second at least 0
     */
    public boolean isRepeated(long first, int second) {
        if (first != current) {
            current = first;
            group++;
        }
        if (second >= lastGroup.length) {
            lastGroup = Arrays.copyOf(lastGroup, Math.max(second + 1, lastGroup.length * 2));
        }
        boolean repeated = lastGroup[second] == group;
        lastGroup[second] = group;
        return repeated;
    }
}
