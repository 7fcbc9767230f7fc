package dev.clew.procedures.live;

import java.util.Optional;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Store ids and back. Neo4j would have us use element ids, which are text around these numbers: a snapshot of millions of relationships has no
 * room for text. Deprecated calls are made here and nowhere else.
 */
@SuppressWarnings("removal")
public final class StoreIds {
    private StoreIds() {}

    public static long id(Entity entity) {
        return entity.getId();
    }

    public static long startId(Relationship relationship) {
        return relationship.getStartNodeId();
    }

    public static long endId(Relationship relationship) {
        return relationship.getEndNodeId();
    }

    /** The node, if the transaction still sees it. */
    @SuppressWarnings("deprecation")
    public static Optional<Node> node(Transaction transaction, long id) {
        try {
            return Optional.of(transaction.getNodeById(id));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    /** The relationship, if the transaction still sees it. */
    @SuppressWarnings("deprecation")
    public static Optional<Relationship> relationship(Transaction transaction, long id) {
        try {
            return Optional.of(transaction.getRelationshipById(id));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }
}
