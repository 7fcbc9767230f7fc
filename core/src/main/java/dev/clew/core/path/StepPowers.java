package dev.clew.core.path;

import dev.clew.core.graph.Step;

/** The {@link DegreePower} of each step after a walk's first: by its relationship type where parameters say so. */
final class StepPowers {
    private final MetaPathParameters parameters;

    StepPowers(MetaPathParameters parameters) {
        this.parameters = parameters;
    }

    DegreePower of(Step step) {
        return DegreePower.to(parameters.degreeExponentOf(step));
    }
}
