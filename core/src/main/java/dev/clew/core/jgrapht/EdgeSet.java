package dev.clew.core.jgrapht;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A set of edges that is walked anew each time and never held. */
final class EdgeSet extends AbstractSet<ViewEdge> {
    private final int size;
    private final Predicate<Object> contains;
    private final Supplier<Stream<ViewEdge>> edges;

    EdgeSet(long size, Predicate<Object> contains, Supplier<Stream<ViewEdge>> edges) {
        this.size = (int) Math.min(size, Integer.MAX_VALUE);
        this.contains = contains;
        this.edges = edges;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean contains(Object edge) {
        return contains.test(edge);
    }

    @Override
    public Iterator<ViewEdge> iterator() {
        return edges.get().iterator();
    }

    @Override
    public Stream<ViewEdge> stream() {
        return edges.get();
    }
}
