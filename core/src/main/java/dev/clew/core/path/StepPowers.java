package dev.clew.core.path;

import dev.clew.core.graph.Step;
import java.util.HashMap;
import java.util.Map;

/** The {@link DegreePower} of each step after a walk's first: by its relationship type where parameters say so. Not thread-safe. */
final class StepPowers {
    private final MetaPathParameters parameters;
    private final DegreePower common;
    private final Map<Integer, DegreePower> byType = new HashMap<>();

    StepPowers(MetaPathParameters parameters) {
        this.parameters = parameters;
        this.common = DegreePower.to(parameters.degreeExponent());
    }

    DegreePower of(Step step) {
        double exponent = parameters.degreeExponentOf(step);
        return exponent == parameters.degreeExponent()
                ? common
                : byType.computeIfAbsent(step.type().index(), type -> DegreePower.to(exponent));
    }
}
