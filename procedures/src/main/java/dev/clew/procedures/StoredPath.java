package dev.clew.procedures;

import dev.clew.core.ledger.EvidencePath;
import dev.clew.procedures.live.StoreIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** Evidence as a path of the database, which Browser draws. */
record StoredPath(List<Node> nodeList, List<Relationship> relationshipList) implements Path {

    /** The path as the transaction sees it; empty if part of it was never stored or is gone. */
    static Optional<Path> of(Request request, EvidencePath path) {
        if (!path.isStored()) {
            return Optional.empty();
        }
        List<Node> nodes = new ArrayList<>();
        for (int node : path.nodes()) {
            request.stored(node).ifPresent(nodes::add);
        }
        List<Relationship> relationships = new ArrayList<>();
        for (EvidencePath.Step step : path.steps()) {
            StoreIds.relationship(request.transaction, step.relationshipId()).ifPresent(relationships::add);
        }
        boolean whole = nodes.size() == path.nodes().size()
                && relationships.size() == path.steps().size();
        return whole ? Optional.of(new StoredPath(nodes, relationships)) : Optional.empty();
    }

    @Override
    public Node startNode() {
        return nodeList.get(0);
    }

    @Override
    public Node endNode() {
        return nodeList.get(nodeList.size() - 1);
    }

    @Override
    public @Nullable Relationship lastRelationship() {
        return relationshipList.isEmpty() ? null : relationshipList.get(relationshipList.size() - 1);
    }

    @Override
    public Iterable<Relationship> relationships() {
        return relationshipList;
    }

    @Override
    public Iterable<Relationship> reverseRelationships() {
        return reversed(relationshipList);
    }

    @Override
    public Iterable<Node> nodes() {
        return nodeList;
    }

    @Override
    public Iterable<Node> reverseNodes() {
        return reversed(nodeList);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    @Override
    public int length() {
        return relationshipList.size();
    }

    @Override
    public Iterator<Entity> iterator() {
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < relationshipList.size(); i++) {
            entities.add(nodeList.get(i));
            entities.add(relationshipList.get(i));
        }
        entities.add(endNode());
        return entities.iterator();
    }
}
