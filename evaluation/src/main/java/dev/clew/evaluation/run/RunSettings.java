package dev.clew.evaluation.run;

import java.util.List;

/**
 * How an evaluation is run.
 *
 * @param ks cut-offs, each at least 1
 * @param sample users to ask for, drawn by the seed; 0: all
 * @param seed of the sample, of fitting and of the bootstrap
 * @param resamples of the bootstrap
 * @param aucUsers users whose whole catalogue is ranked for AUC, at most; 0 leaves AUC out
 */
public record RunSettings(List<Integer> ks, Candidates candidates, int sample, long seed, int resamples, int aucUsers) {
    public static final RunSettings DEFAULT = new RunSettings(List.of(10, 20), Candidates.ALL, 0, 1, 1000, 500);

    public RunSettings {
        ks = ks.stream().sorted().distinct().toList();
        if (ks.isEmpty() || ks.get(0) < 1) {
            throw new IllegalArgumentException("k (" + ks + ") must be one or more whole numbers of at least 1.");
        }
        if (sample < 0) {
            throw new IllegalArgumentException("sample (" + sample + ") must be at least 0; 0 asks for all users.");
        }
    }

    /** The longest list that is looked at. */
    public int longest() {
        return ks.get(ks.size() - 1);
    }
}
