package dev.clew.core.explain;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.EvidencePath;
import java.util.List;

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
        List<RelationshipType> types = path.typeIndexes().stream()
                .map(index -> schema.relationshipTypes().get(index))
                .toList();
        if (types.get(0).role() != RelationshipRole.INTERACTION) {
            return OTHER;
        }
        if (types.size() == 2 && types.get(1).role() == RelationshipRole.LINK) {
            return LINK;
        }
        return types.size() == 3 ? ofTwoSteps(types.get(1), types.get(2)) : OTHER;
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
