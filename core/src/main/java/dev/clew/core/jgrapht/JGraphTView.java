package dev.clew.core.jgrapht;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/**
 * A directed, weighted multigraph over the rows of a {@link RecommendationGraph}: vertices are node numbers, edges the positive relationships of some
 * types. Nothing is copied; edges come into being as they are asked for. Unmodifiable, and safe for many threads as the graph is immutable. For algorithms
 * that should walk both ways wrap it in {@link org.jgrapht.graph.AsUndirectedGraph}.
 *
 * <p>Cost: O(1) to reach a node's edges, O(log degree) for an edge's weight.
 */
public final class JGraphTView extends AbstractGraph<Integer, ViewEdge> {
    private static final GraphType TYPE = new DefaultGraphType.Builder()
            .directed()
            .weighted(true)
            .allowMultipleEdges(true)
            .allowSelfLoops(true)
            .modifiable(false)
            .build();

    private final RecommendationGraph graph;
    private final List<RelationshipType> types;
    private final VertexSet vertices;

    private JGraphTView(RecommendationGraph graph, List<RelationshipType> types) {
        this.graph = graph;
        this.types = types;
        this.vertices = new VertexSet(graph);
    }

    /** The whole graph. */
    public static JGraphTView of(RecommendationGraph graph) {
        return of(graph, graph.schema().relationshipTypes());
    }

    /** All nodes, and the relationships of these types. */
    public static JGraphTView of(RecommendationGraph graph, Collection<RelationshipType> types) {
        return new JGraphTView(graph, types.stream().distinct().toList());
    }

    @Override
    public Set<Integer> vertexSet() {
        return vertices;
    }

    @Override
    public boolean containsVertex(@Nullable Integer vertex) {
        return vertex != null && graph.contains(vertex);
    }

    @Override
    public Set<ViewEdge> edgeSet() {
        long size = types.stream().mapToLong(graph::relationshipCount).sum();
        return new EdgeSet(size, this::isEdge, () -> vertices.stream().flatMap(vertex -> edges(vertex, Direction.OUT)));
    }

    @Override
    public Set<ViewEdge> outgoingEdgesOf(Integer vertex) {
        int node = checked(vertex);
        return new EdgeSet(
                degree(node, Direction.OUT),
                edge -> isEdge(edge) && ((ViewEdge) edge).source() == node,
                () -> edges(node, Direction.OUT));
    }

    @Override
    public Set<ViewEdge> incomingEdgesOf(Integer vertex) {
        int node = checked(vertex);
        return new EdgeSet(
                degree(node, Direction.IN),
                edge -> isEdge(edge) && ((ViewEdge) edge).target() == node,
                () -> edges(node, Direction.IN));
    }

    /** Edges at either end; one from a vertex to itself is there once, and counts twice in {@link #degreeOf}. */
    @Override
    public Set<ViewEdge> edgesOf(Integer vertex) {
        int node = checked(vertex);
        Supplier<Stream<ViewEdge>> edges = () -> Stream.concat(
                edges(node, Direction.OUT), edges(node, Direction.IN).filter(edge -> edge.source() != node));
        long loops = between(node, node).count();
        return new EdgeSet(
                degreeOf(vertex) - loops,
                edge -> isEdge(edge) && (((ViewEdge) edge).source() == node || ((ViewEdge) edge).target() == node),
                edges);
    }

    @Override
    public int outDegreeOf(Integer vertex) {
        return degree(checked(vertex), Direction.OUT);
    }

    @Override
    public int inDegreeOf(Integer vertex) {
        return degree(checked(vertex), Direction.IN);
    }

    @Override
    public int degreeOf(Integer vertex) {
        return inDegreeOf(vertex) + outDegreeOf(vertex);
    }

    private int degree(int node, Direction direction) {
        return types.stream()
                .mapToInt(type -> graph.neighbours(type, direction).at(node).size())
                .sum();
    }

    private Stream<ViewEdge> edges(int node, Direction direction) {
        return types.stream().flatMap(type -> {
            Neighbours row = graph.neighbours(type, direction).at(node);
            return IntStream.range(0, row.size()).mapToObj(i -> edge(type, node, direction, row, i));
        });
    }

    private static ViewEdge edge(RelationshipType type, int node, Direction direction, Neighbours row, int i) {
        return direction == Direction.OUT
                ? new ViewEdge(type.index(), node, row.node(i), row.relationshipId(i))
                : new ViewEdge(type.index(), row.node(i), node, row.relationshipId(i));
    }

    @Override
    public @Nullable Set<ViewEdge> getAllEdges(@Nullable Integer source, @Nullable Integer target) {
        if (source == null || target == null || !graph.contains(source) || !graph.contains(target)) {
            return null;
        }
        return new EdgeSet(
                between(source, target).count(),
                edge -> isEdge(edge) && ((ViewEdge) edge).source() == source && ((ViewEdge) edge).target() == target,
                () -> between(source, target));
    }

    @Override
    public @Nullable ViewEdge getEdge(@Nullable Integer source, @Nullable Integer target) {
        Set<ViewEdge> edges = getAllEdges(source, target);
        return edges == null ? null : edges.stream().findFirst().orElse(null);
    }

    private Stream<ViewEdge> between(int source, int target) {
        return types.stream().flatMap(type -> {
            Neighbours row = graph.neighbours(type, Direction.OUT).at(source);
            return IntStream.range(row.lowerBound(target), row.size())
                    .takeWhile(i -> row.node(i) == target)
                    .mapToObj(i -> edge(type, source, Direction.OUT, row, i));
        });
    }

    @Override
    public boolean containsEdge(@Nullable ViewEdge edge) {
        return isEdge(edge);
    }

    private boolean isEdge(@Nullable Object candidate) {
        return candidate instanceof ViewEdge edge
                && graph.contains(edge.source())
                && graph.contains(edge.target())
                && between(edge.source(), edge.target()).anyMatch(edge::equals);
    }

    @Override
    public Integer getEdgeSource(ViewEdge edge) {
        return edge.source();
    }

    @Override
    public Integer getEdgeTarget(ViewEdge edge) {
        return edge.target();
    }

    /**
     * The relationship's weight.
     *
     * @throws IllegalArgumentException if the edge is not of this graph
     */
    @Override
    public double getEdgeWeight(ViewEdge edge) {
        for (RelationshipType type : types) {
            if (type.index() == edge.typeIndex() && graph.contains(edge.source())) {
                Neighbours row = graph.neighbours(type, Direction.OUT).at(edge.source());
                int i = row.lowerBound(edge.target());
                for (; i < row.size() && row.node(i) == edge.target(); i++) {
                    if (row.relationshipId(i) == edge.relationshipId()) {
                        return row.weight(i);
                    }
                }
            }
        }
        throw new IllegalArgumentException("edge (" + edge + ") must be one of this graph.");
    }

    private int checked(Integer vertex) {
        if (!graph.contains(vertex)) {
            throw new IllegalArgumentException("no such vertex in graph: " + vertex);
        }
        return vertex;
    }

    @Override
    public GraphType getType() {
        return TYPE;
    }

    @Override
    public @Nullable Supplier<Integer> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<ViewEdge> getEdgeSupplier() {
        return null;
    }

    @Override
    public ViewEdge addEdge(Integer source, Integer target) {
        throw unmodifiable();
    }

    @Override
    public boolean addEdge(Integer source, Integer target, ViewEdge edge) {
        throw unmodifiable();
    }

    @Override
    public Integer addVertex() {
        throw unmodifiable();
    }

    @Override
    public boolean addVertex(Integer vertex) {
        throw unmodifiable();
    }

    @Override
    public ViewEdge removeEdge(Integer source, Integer target) {
        throw unmodifiable();
    }

    @Override
    public boolean removeEdge(ViewEdge edge) {
        throw unmodifiable();
    }

    @Override
    public boolean removeVertex(Integer vertex) {
        throw unmodifiable();
    }

    @Override
    public void setEdgeWeight(ViewEdge edge, double weight) {
        throw unmodifiable();
    }

    private static UnsupportedOperationException unmodifiable() {
        return new UnsupportedOperationException(
                "This graph is a view of what is stored; write to the database instead.");
    }
}
