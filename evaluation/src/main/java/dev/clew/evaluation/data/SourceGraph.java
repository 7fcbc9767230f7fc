package dev.clew.evaluation.data;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.split.HeldOut;
import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.Section;
import java.io.IOException;

/**
 * A source's graph in memory, as the database would show it after loading and declaring the source: the same labels, signs and directions,
 * read by the same declaration. The test part of the data is read only when {@link #givenTest} asks for it.
 *
 * <p>Cost: O(nodes + relationships) time and memory; keys are boxed while reading.
 */
public final class SourceGraph {
    private final GraphSource source;
    private final NodeNumbers nodes;
    private final RelationshipReader relationships;
    private final GraphSnapshot graph;

    private SourceGraph(GraphSource source) throws IOException {
        this.source = source;
        Declaration declared = Declaration.fromMap(source.declaration());
        NodeCollector collector = new NodeCollector(declared);
        for (Section section : source.sections()) {
            if (section instanceof NodeSection labelled) {
                collector.read(labelled);
            }
        }
        this.nodes = collector.number();
        this.relationships = new RelationshipReader(collector.declaration(), nodes);
        for (Section section : source.sections()) {
            if (section instanceof RelationshipSection typed) {
                relationships.read(typed);
            }
        }
        this.graph = nodes.builder().build(1);
    }

    /**
     * Reads everything but the test part.
     *
     * @throws IllegalArgumentException if the source has no declaration to say what its labels mean
     */
    public static SourceGraph read(GraphSource source) throws IOException {
        if (source.declaration().isEmpty()) {
            throw new IllegalArgumentException(
                    "The data (" + source.name() + ") must come with a declaration. Add one to its mapping file.");
        }
        return new SourceGraph(source);
    }

    /** What the data gives for training: all of it where it sets nothing aside. */
    public GraphSnapshot graph() {
        return graph;
    }

    /** Whether the data sets a test part aside. Does not open it. */
    public boolean hasGivenTest() {
        return !source.heldOut().isEmpty();
    }

    /** Opens the test part: its positive interactions, those with users or items that are no nodes left out. */
    public HeldOut givenTest() throws IOException {
        return relationships.heldOut(source.heldOut());
    }
}
