package dev.clew.procedures.live;

import java.util.Map;
import org.neo4j.graphdb.Node;

/** A model's node, as a transaction sees it. */
public record StoredModel(Node node, String graph, String recommender, long version) {
    private static final String READY = "ready";

    static StoredModel of(Node node) {
        return new StoredModel(
                node,
                (String) node.getProperty(ModelStore.GRAPH),
                (String) node.getProperty(ModelStore.RECOMMENDER),
                ((Number) node.getProperty(ModelStore.VERSION)).longValue());
    }

    ModelKey key() {
        return new ModelKey(graph, recommender);
    }

    LivePointer pointer() {
        return new LivePointer(key(), version);
    }

    /** 'writing' until all of it is there, then 'ready'. */
    public String state() {
        return (String) node.getProperty("state", "writing");
    }

    /** Whether all of it is there. */
    public boolean isReady() {
        return state().equals(READY);
    }

    /** All that training noted about it. */
    public Map<String, Object> properties() {
        return node.getAllProperties();
    }
}
