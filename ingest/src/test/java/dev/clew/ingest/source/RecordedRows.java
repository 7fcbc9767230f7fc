package dev.clew.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source gave for a label or type. */
public final class RecordedRows {
    private final List<List<@Nullable Object>> values = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private int duplicates;
    private boolean distinct = true;

    private RecordedRows() {}

    public static RecordedRows of(GraphSource source, String name) throws IOException {
        return of(source.sections(), name);
    }

    public static RecordedRows of(List<? extends Section> sections, String name) throws IOException {
        RecordedRows recorded = new RecordedRows();
        for (Section section : sections) {
            if (section.name().equals(name)) {
                recorded.read(section);
            }
        }
        return recorded;
    }

    private void read(Section section) throws IOException {
        if (section instanceof NodeSection nodes) {
            nodes.rows().read(new Sink<NodeRow>() {
                @Override
                public void accept(NodeRow row) {
                    add(List.of(row.key()), row.properties());
                }
            });
        } else if (section instanceof RelationshipSection relationships) {
            distinct &= relationships.shape().distinct();
            relationships.rows().read(new Sink<RelationshipRow>() {
                @Override
                public void accept(RelationshipRow row) {
                    add(List.of(row.from(), row.to()), row.properties());
                }
            });
        }
    }

    private void add(List<Object> keys, List<@Nullable Object> properties) {
        List<@Nullable Object> row = new ArrayList<>(keys);
        row.addAll(properties);
        values.add(row);
    }

    /** Keys, then properties, of each row. */
    public List<List<@Nullable Object>> values() {
        return values;
    }

    public List<String> rejections() {
        return rejections;
    }

    public int duplicates() {
        return duplicates;
    }

    public boolean isDistinct() {
        return distinct;
    }

    private abstract class Sink<R> implements RecordSink<R> {
        @Override
        public void reject(Rejection rejection) {
            rejections.add(rejection.toString());
        }

        @Override
        public void duplicate() {
            duplicates++;
        }
    }
}
