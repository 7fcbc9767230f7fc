package dev.clew.core.similarity;

import dev.clew.core.recommend.StoppedBy;
import java.util.List;

/**
 * The nodes most like one.
 *
 * @param nodes best first, ties in the order of their declared keys
 * @param workDone batches of work, for asking for the same again; see {@link dev.clew.core.recommend.Budget}
 */
public record SimilarNodes(List<SimilarNode> nodes, StoppedBy stoppedBy, long workDone) {
    public SimilarNodes {
        nodes = List.copyOf(nodes);
    }

    /** One of them. */
    public record SimilarNode(int node, double similarity) {}
}
