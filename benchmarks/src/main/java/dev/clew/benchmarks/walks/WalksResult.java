package dev.clew.benchmarks.walks;

import java.util.List;

/**
 * {@code walks-DATASET.json}.
 *
 * @param claimsMade answers that ended by being confident
 * @param claimsHeld of those, how many were right
 * @param heldShareAtLeast lower end of the share's one-sided 95 % interval
 */
record WalksResult(
        List<WalksRow> systems,
        double restartProbability,
        double epsilon,
        int cases,
        int claimsMade,
        int claimsHeld,
        double heldShareAtLeast) {

    static WalksResult of(WalksSettings settings, WalksRun run) {
        Claims claims = run.claims();
        return new WalksResult(
                run.rows(),
                settings.restartProbability(),
                run.epsilon(),
                claims.cases(),
                claims.made(),
                claims.held(),
                claims.lowerBound());
    }
}
