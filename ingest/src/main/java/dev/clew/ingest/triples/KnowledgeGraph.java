package dev.clew.ingest.triples;

import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.file.TextFile;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lines of {@code head relation tail}, kept as one long a triple and grouped by relation and by which ends are items, since the file mixes
 * them and every group is written by a statement of its own. Reading the file once a group instead would cost 51 passes on
 * alibaba-ifashion; its 279,155 triples take 2.2 MB this way.
 */
final class KnowledgeGraph {
    private final int itemCount;
    private final TextFile file;
    private final SortedMap<Group, LongList> triples = new TreeMap<>();
    private final BitSet entities = new BitSet();
    private final List<Rejection> rejections = new ArrayList<>();

    private KnowledgeGraph(TextFile file, int itemCount) {
        this.file = file;
        this.itemCount = itemCount;
    }

    /**
     * Reads the file.
     *
     * @param itemCount ids below it are items, the others entities
     * @throws IllegalArgumentException if no line is a triple
     */
    static KnowledgeGraph read(TextFile file, int itemCount) throws IOException {
        KnowledgeGraph graph = new KnowledgeGraph(file, itemCount);
        file.forEachLine(graph::add);
        graph.triples.values().forEach(LongList::sort);
        graph.requireTriples();
        return graph;
    }

    private void requireTriples() {
        if (triples.isEmpty()) {
            throw new IllegalArgumentException(file.path() + " must hold lines of 'head relation tail'. "
                    + (rejections.isEmpty() ? "It is empty." : "First problem: " + rejections.get(0)));
        }
    }

    private void add(long number, String line) {
        try {
            int[] triple = IntLine.parse(line);
            if (triple.length != 3) {
                throw new InvalidValueException("numbers (" + triple.length + ") must be three: head relation tail.");
            }
            add(triple[0], triple[1], triple[2]);
        } catch (InvalidValueException invalid) {
            rejections.add(new Rejection(file.origin(number), invalid.reason(), line));
        }
    }

    private void add(int head, int relation, int tail) {
        Group group = new Group(relation, isItem(head), isItem(tail));
        triples.computeIfAbsent(group, any -> new LongList()).add((long) head << 32 | tail);
        note(head);
        note(tail);
    }

    private boolean isItem(int id) {
        return id < itemCount;
    }

    private void note(int id) {
        if (!isItem(id)) {
            entities.set(id);
        }
    }

    TextFile file() {
        return file;
    }

    List<Group> groups() {
        return List.copyOf(triples.keySet());
    }

    /** Head in the upper, tail in the lower half; ascending, repeats next to each other. */
    LongList triples(Group group) {
        return triples.getOrDefault(group, new LongList());
    }

    /** Ids that occur and are not items. */
    BitSet entities() {
        return entities;
    }

    /** Lines that are no triples. */
    List<Rejection> rejections() {
        return rejections;
    }

    /** The triples of a relation between two kinds of ends. */
    record Group(int relation, boolean fromItem, boolean toItem) implements Comparable<Group> {
        String type() {
            return "RELATION_" + relation;
        }

        private int ends() {
            return (fromItem ? 0 : 2) + (toItem ? 0 : 1);
        }

        @Override
        public int compareTo(Group other) {
            int byRelation = Integer.compare(relation, other.relation);
            return byRelation != 0 ? byRelation : Integer.compare(ends(), other.ends());
        }
    }
}
