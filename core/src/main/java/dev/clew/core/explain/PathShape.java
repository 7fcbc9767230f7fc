package dev.clew.core.explain;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.EvidencePath;

/** The kinds of evidence that are worded each in its own way. Each begins with the user's own action. */
enum PathShape {
    /** Both items have the same attribute: the same director. */
    SHARED_ATTRIBUTE,
    /** One node is an attribute of both items, but of another kind: director of one, actor in the other. */
    TWO_KINDS,
    /** Somebody else did something to both items. */
    CO_INTERACTION,
    /** A relationship between the items. */
    LINK,
    /** Any longer walk, or one that does not begin with an action. */
    OTHER;

    static PathShape of(EvidencePath path, GraphSchema schema) {
        int steps = path.steps().size();
        if (type(path, 0, schema).role() != RelationshipRole.INTERACTION) {
            return OTHER;
        }
        if (steps == 2 && type(path, 1, schema).role() == RelationshipRole.LINK) {
            return LINK;
        }
        return steps == 3 ? ofTwoSteps(type(path, 1, schema), type(path, 2, schema)) : OTHER;
    }

    private static RelationshipType type(EvidencePath path, int step, GraphSchema schema) {
        return schema.relationshipTypes().get(path.steps().get(step).typeIndex());
    }

    private static PathShape ofTwoSteps(RelationshipType first, RelationshipType second) {
        if (first.role() != second.role() || first.role() == RelationshipRole.LINK) {
            return OTHER;
        }
        if (first.role() == RelationshipRole.INTERACTION) {
            return CO_INTERACTION;
        }
        return first.kind().equals(second.kind()) ? SHARED_ATTRIBUTE : TWO_KINDS;
    }
}
