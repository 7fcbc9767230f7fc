package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row in blocks against a sorted list. */
class RowTest {
    private record Edge(int node, float weight, long id) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysEqualToASortedListOverThousandsOfChanges(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int initial = random.nextInt(3000);
        List<Edge> model = new ArrayList<>();
        for (int i = 0; i < initial; i++) {
            model.add(new Edge(i / 2, 1 + random.nextInt(3), i));
        }
        Row row = Row.of(arrays(model), 0, initial);
        for (int change = 0; change < 3000; change++) {
            if (random.nextInt(5) < 2 && !model.isEmpty()) {
                Edge gone = model.remove(random.nextInt(model.size()));
                row = row.without(row.find(gone.node(), gone.id()));
            } else {
                Edge made = new Edge(random.nextInt(1500), 0.5f * random.nextInt(1, 9), 100_000 + change);
                model.add(made);
                row = row.plus(made.node(), made.weight(), 0, made.id());
            }
        }
        model.sort(Comparator.comparingInt(Edge::node).thenComparingLong(Edge::id));
        assertThat(edges(row)).as("seed %d", seed).isEqualTo(model);
        assertThat(cursor(row).weightSum())
                .isCloseTo(model.stream().mapToDouble(Edge::weight).sum(), within(1e-6));
        NodeScores sums = new NodeScores(1501);
        int half = model.size() / 2;
        cursor(row).addTo(sums, 2, half, model.size());
        for (int node = 0; node < 1500; node++) {
            double expected = 0;
            for (Edge edge : model.subList(half, model.size())) {
                expected += edge.node() == node ? 2 * edge.weight() : 0;
            }
            assertThat(sums.get(node)).as("seed %d, sum of node %d", seed, node).isEqualTo(expected);
        }
        for (int node : new int[] {-1, 0, 7, 700, 1499, 2000}) {
            long below = model.stream().filter(edge -> edge.node() < node).count();
            assertThat(cursor(row).lowerBound(node))
                    .as("seed %d, node %d", seed, node)
                    .isEqualTo((int) below);
        }
    }

    /** Node 65,536 + n has the same bit in the filter as node n. */
    @Test
    void findsWhatAFilterMayHaveInAnyBlockOfARow() {
        Row row = Row.EMPTY;
        for (int i = 0; i < 2000; i++) {
            row = row.plus(3 * i, 1, 0, i);
        }
        NodeFilter filter = new NodeFilter();
        List.of(0, 4, 3000, 65_536 + 4500, 5997).forEach(filter::add);
        Neighbours cursor = cursor(row);
        List<Integer> found = new ArrayList<>();
        for (int i = cursor.next(filter, 0); i < cursor.size(); i = cursor.next(filter, i + 1)) {
            found.add(cursor.node(i));
        }
        assertThat(found).containsExactly(0, 3000, 4500, 5997);
        assertThat(cursor.next(filter, 2000)).isEqualTo(2000);
    }

    /** Two blocks of a changed row, a pair connected twice across their border; then a row without neighbours. */
    @Test
    void countsEachNodeOfASetOnce() {
        Row row = Row.EMPTY;
        for (int i = 0; i < 2000; i++) {
            row = row.plus(3 * i, 1, 0, i);
        }
        for (int i = 0; i < 2000; i++) {
            row = row.plus(300, 1, 0, 5000 + i);
        }
        NodeSet set = new NodeSet(6000);
        List.of(0, 1, 300, 301, 5997, 5999).forEach(set::add);
        assertThat(cursor(row).count(set)).isEqualTo(3);
        assertThat(cursor(Row.EMPTY).count(set)).isZero();
        cursor(row).removeFrom(set);
        assertThat(IntStream.range(0, 6000).filter(set::has)).containsExactly(1, 301, 5999);
        cursor(row).addTo(set);
        assertThat(cursor(row).count(set)).isEqualTo(2000);
    }

    private static EdgeArrays arrays(List<Edge> edges) {
        float[] weights = new float[edges.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = edges.get(i).weight();
        }
        return new EdgeArrays(
                edges.stream().mapToInt(Edge::node).toArray(),
                weights,
                null,
                edges.stream().mapToLong(Edge::id).toArray());
    }

    private static Neighbours cursor(Row row) {
        Neighbours cursor = new Neighbours(Rows.EMPTY);
        row.moveTo(cursor);
        return cursor;
    }

    private static List<Edge> edges(Row row) {
        Neighbours cursor = cursor(row);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < cursor.size(); i++) {
            edges.add(new Edge(cursor.node(i), cursor.weight(i), cursor.relationshipId(i)));
        }
        return edges;
    }

    @Test
    void findsNoRelationshipThatIsNotThere() {
        Row row = Row.EMPTY.plus(3, 1, 0, 30).plus(3, 1, 0, 31);

        assertThat(row.find(3, 32)).isEqualTo(-1);
        assertThat(row.find(4, 30)).isEqualTo(-1);
        assertThat(row.find(3, 31)).isEqualTo(1);
    }

    @Test
    void refusesAPositionBeyondItsEnd() {
        Neighbours cursor = cursor(Row.EMPTY.plus(3, 1, 0, 30));

        assertThatThrownBy(() -> cursor.node(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
