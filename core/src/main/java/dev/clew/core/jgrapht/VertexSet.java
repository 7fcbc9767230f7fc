package dev.clew.core.jgrapht;

import dev.clew.core.graph.RecommendationGraph;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.stream.IntStream;

/** The numbers of the nodes that are there. */
final class VertexSet extends AbstractSet<Integer> {
    private final RecommendationGraph graph;
    private final int size;

    VertexSet(RecommendationGraph graph) {
        this.graph = graph;
        this.size = (int) numbers().count();
    }

    private IntStream numbers() {
        return IntStream.range(0, graph.nodeCount()).filter(graph::contains);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean contains(Object vertex) {
        return vertex instanceof Integer node && graph.contains(node);
    }

    @Override
    public Iterator<Integer> iterator() {
        return numbers().iterator();
    }
}
