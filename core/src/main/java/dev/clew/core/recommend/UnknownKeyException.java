package dev.clew.core.recommend;

import dev.clew.core.graph.NodeRole;
import java.util.Locale;

/** Somebody asked for a user or item that is not in the graph. */
public final class UnknownKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnknownKeyException(NodeRole role, Object key, String graph) {
        super("No " + role.name().toLowerCase(Locale.ROOT) + " with key '" + key + "' in graph '" + graph + "'.");
    }
}
