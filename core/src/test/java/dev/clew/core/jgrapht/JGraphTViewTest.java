package dev.clew.core.jgrapht;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JGraphTViewTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void showsNodesAsVerticesAndPositiveRelationshipsAsEdges() {
        GraphSnapshot graph = graphOf("u-LIKES:2->a, u-LIKES:-1->b, a-GENRE->g");
        JGraphTView view = JGraphTView.of(graph);
        assertThat(view.vertexSet())
                .containsExactlyInAnyOrder(node(graph, "u"), node(graph, "a"), node(graph, "b"), node(graph, "g"));
        assertThat(view.edgeSet())
                .containsExactlyInAnyOrder(
                        new ViewEdge(0, node(graph, "u"), node(graph, "a"), 1000),
                        new ViewEdge(1, node(graph, "a"), node(graph, "g"), 1002));
        assertThat(view.getEdgeWeight(new ViewEdge(0, node(graph, "u"), node(graph, "a"), 1000)))
                .isEqualTo(2);
    }

    @Test
    void showsOnlyTheRelationshipTypesChosen() {
        GraphSnapshot graph = graphOf("u-LIKES->a, a-GENRE->g");
        RelationshipType genre = graph.schema().relationshipTypes().get(1);
        JGraphTView view = JGraphTView.of(graph, List.of(genre));
        assertThat(view.edgeSet()).extracting(ViewEdge::typeIndex).containsExactly(1);
        assertThat(view.vertexSet()).hasSize(3);
        assertThat(view.containsEdge(node(graph, "u"), node(graph, "a"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> view.getEdgeWeight(new ViewEdge(0, node(graph, "u"), node(graph, "a"), 1000)));
    }

    @Test
    void leavesOutNodesThatAreGone() {
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES->b");
        int gone = node(graph, "a");
        JGraphTView view = JGraphTView.of(graph.apply(List.of(new GraphChange.NodeRemoved(graph.entityId(gone)))));
        assertThat(view.vertexSet()).hasSize(2).doesNotContain(gone);
        assertThat(view.containsVertex(gone)).isFalse();
        assertThat(view.getAllEdges(node(graph, "u"), gone)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> view.outgoingEdgesOf(gone));
    }

    @Test
    void refusesToBeWrittenTo() {
        JGraphTView view = JGraphTView.of(graphOf("u-LIKES->a"));
        assertThat(view.getType().isModifiable()).isFalse();
        assertThatThrownBy(() -> view.removeVertex(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.addEdge(0, 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.edgeSet().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsTheSameAsACopyInJGraphTsOwnStructure(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        JGraphTView view = JGraphTView.of(graph);
        Graph<Integer, ViewEdge> copy = copyOf(graph);
        assertThat(view.vertexSet()).as("seed %s", seed).isEqualTo(copy.vertexSet());
        assertThat(view.edgeSet()).as("seed %s", seed).isEqualTo(copy.edgeSet());
        for (int a : copy.vertexSet()) {
            assertThat(view.edgesOf(a)).as("edges of %s, seed %s", a, seed).isEqualTo(copy.edgesOf(a));
            assertThat(view.outgoingEdgesOf(a)).isEqualTo(copy.outgoingEdgesOf(a));
            assertThat(view.incomingEdgesOf(a)).isEqualTo(copy.incomingEdgesOf(a));
            assertThat(view.degreeOf(a)).isEqualTo(copy.degreeOf(a));
            assertThat(view.inDegreeOf(a)).isEqualTo(copy.inDegreeOf(a));
            assertThat(view.outDegreeOf(a)).isEqualTo(copy.outDegreeOf(a));
            for (int b : copy.vertexSet()) {
                assertThat(view.getAllEdges(a, b)).isEqualTo(copy.getAllEdges(a, b));
                assertThat(view.getEdge(a, b) == null).isEqualTo(copy.getEdge(a, b) == null);
            }
        }
        copy.edgeSet().forEach(edge -> assertThat(view.getEdgeWeight(edge)).isEqualTo(copy.getEdgeWeight(edge)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void letsJGraphTFindTheConnectedComponents(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        Set<Set<Integer>> found = new HashSet<>(new ConnectivityInspector<>(JGraphTView.of(graph)).connectedSets());
        assertThat(found).as("seed %s", seed).isEqualTo(components(graph));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void letsDijkstraFindTheShortestPaths(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        double[][] distances = distances(graph);
        DijkstraShortestPath<Integer, ViewEdge> dijkstra = new DijkstraShortestPath<>(JGraphTView.of(graph));
        for (int from = 0; from < graph.nodeCount(); from++) {
            for (int to = 0; to < graph.nodeCount(); to++) {
                GraphPath<Integer, ViewEdge> path = dijkstra.getPath(from, to);
                double found = path == null ? Double.POSITIVE_INFINITY : path.getWeight();
                if (found != distances[from][to]) {
                    assertThat(found)
                            .as("%s to %s, seed %s", from, to, seed)
                            .isEqualTo(distances[from][to], within(1e-9));
                }
            }
        }
    }

    private static Graph<Integer, ViewEdge> copyOf(RecommendationGraph graph) {
        Graph<Integer, ViewEdge> copy = new DirectedWeightedPseudograph<>(ViewEdge.class);
        for (int node = 0; node < graph.nodeCount(); node++) {
            copy.addVertex(node);
        }
        forEachEdge(graph, (edge, weight) -> {
            copy.addEdge(edge.source(), edge.target(), edge);
            copy.setEdgeWeight(edge, weight);
        });
        return copy;
    }

    private interface EdgeVisitor {
        void visit(ViewEdge edge, double weight);
    }

    /** Reads the graph from the targets' side. */
    private static void forEachEdge(RecommendationGraph graph, EdgeVisitor visitor) {
        for (RelationshipType type : graph.schema().relationshipTypes()) {
            for (int target = 0; target < graph.nodeCount(); target++) {
                Neighbours row = graph.neighbours(type, Direction.IN).at(target);
                for (int i = 0; i < row.size(); i++) {
                    visitor.visit(
                            new ViewEdge(type.index(), row.node(i), target, row.relationshipId(i)), row.weight(i));
                }
            }
        }
    }

    /** By spreading the smallest number until nothing changes. */
    private static Set<Set<Integer>> components(RecommendationGraph graph) {
        int[] least = new int[graph.nodeCount()];
        Arrays.setAll(least, node -> node);
        for (int round = 0; round < least.length; round++) {
            forEachEdge(graph, (edge, weight) -> {
                int both = Math.min(least[edge.source()], least[edge.target()]);
                least[edge.source()] = both;
                least[edge.target()] = both;
            });
        }
        Set<Set<Integer>> components = new HashSet<>();
        for (int root : least) {
            Set<Integer> members = new HashSet<>();
            for (int node = 0; node < least.length; node++) {
                if (least[node] == root) {
                    members.add(node);
                }
            }
            components.add(members);
        }
        return components;
    }

    /** Floyd and Warshall. */
    private static double[][] distances(RecommendationGraph graph) {
        int n = graph.nodeCount();
        double[][] distance = new double[n][n];
        for (int a = 0; a < n; a++) {
            Arrays.fill(distance[a], Double.POSITIVE_INFINITY);
            distance[a][a] = 0;
        }
        forEachEdge(
                graph,
                (edge, weight) -> distance[edge.source()][edge.target()] =
                        Math.min(weight, distance[edge.source()][edge.target()]));
        for (int via = 0; via < n; via++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    distance[a][b] = Math.min(distance[a][b], distance[a][via] + distance[via][b]);
                }
            }
        }
        return distance;
    }
}
