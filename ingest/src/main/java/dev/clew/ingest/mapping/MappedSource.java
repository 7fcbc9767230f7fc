package dev.clew.ingest.mapping;

import dev.clew.ingest.file.Fingerprint;
import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.mapping.Mapping.MappedFile;
import dev.clew.ingest.mapping.Mapping.NodeMapping;
import dev.clew.ingest.mapping.Mapping.RelationshipMapping;
import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.NodeKey;
import dev.clew.ingest.source.NodeRow;
import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.NodeShape;
import dev.clew.ingest.source.RecordSink;
import dev.clew.ingest.source.Rejection;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.RelationshipShape;
import dev.clew.ingest.source.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CSV or JSON Lines by a mapping file. Every node or relationship entry of the mapping is a pass over its data file; nothing is held but
 * the batch being filled.
 *
 * <pre>{@code
 * files:
 *   - file: purchases.csv              # beside this file; .gz is read as it is
 *     delimiter: ";"                   # a comma if not given
 *     columns: [who, what, at]         # only if the file has no header line
 *     nodes:
 *       - label: Customer
 *         key: {property: id, column: who, type: integer}
 *         properties:
 *           - {property: name, column: customer_name}
 *     relationships:
 *       - type: BOUGHT
 *         from: {label: Customer, column: who}
 *         to: {label: Product, column: what}
 *         properties:
 *           - {property: at, column: at, type: epochSeconds}
 *         identity: [at]               # a second purchase at another time is a second relationship
 * declaration:                         # the map for clew.graph.declare; may be left out
 *   user: {label: Customer, key: id}
 * }</pre>
 *
 * Types are string (if none is given), integer, float, boolean, datetime, date, epochSeconds and epochMillis. {@code split: "|"} makes
 * several values of one field.
 */
public final class MappedSource implements GraphSource {
    private final MappingFormat format;
    private final Mapping mapping;
    private final String fingerprint;
    private final List<Long> lines = new ArrayList<>();

    private MappedSource(Path mappingFile, MappingFormat format) throws IOException {
        this.format = format;
        this.mapping = MappingReader.read(mappingFile, format);
        Fingerprint digest = new Fingerprint(format.sourceName()).add(Files.readString(mappingFile));
        for (MappedFile file : mapping.files()) {
            lines.add(digest.add(file.data().file()));
        }
        this.fingerprint = digest.finish();
    }

    /**
     * CSV by a mapping file.
     *
     * @throws MappingException if the mapping is wrong; its message has a line a problem
     */
    public static MappedSource csv(Path mappingFile) throws IOException {
        return new MappedSource(mappingFile, MappingFormat.CSV);
    }

    /**
     * JSON Lines by a mapping file.
     *
     * @throws MappingException if the mapping is wrong; its message has a line a problem
     */
    public static MappedSource jsonl(Path mappingFile) throws IOException {
        return new MappedSource(mappingFile, MappingFormat.JSONL);
    }

    @Override
    public String name() {
        return format.sourceName();
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public Map<String, Object> declaration() {
        return mapping.declaration();
    }

    @Override
    public List<Section> sections() {
        List<Section> nodes = new ArrayList<>();
        List<Section> relationships = new ArrayList<>();
        for (int i = 0; i < mapping.files().size(); i++) {
            MappedFile file = mapping.files().get(i);
            long rows = lines.get(i);
            file.nodes().forEach(node -> nodes.add(section(file, node, rows)));
            file.relationships().forEach(it -> relationships.add(section(file, it, rows)));
        }
        nodes.addAll(relationships);
        return nodes;
    }

    private static NodeSection section(MappedFile file, NodeMapping node, long rows) {
        NodeShape shape =
                new NodeShape(new NodeKey(node.label(), node.key().property()), names(node.properties()), List.of());
        return new NodeSection(shape, rows, sink -> each(file, sink, record -> accept(node, record, sink)));
    }

    private static List<String> names(List<ColumnMapping> properties) {
        return properties.stream().map(ColumnMapping::property).toList();
    }

    private static void accept(NodeMapping node, DataRecord record, RecordSink<NodeRow> sink) {
        List<@Nullable Object> properties = values(node.properties(), record);
        List<Object> keys = node.key().values(record);
        if (keys.isEmpty() && node.key().separator() == null) {
            throw new InvalidValueException(
                    node.key().column() + " must not be empty: it is the key of " + node.label() + ".");
        }
        keys.forEach(key -> sink.accept(new NodeRow(record.origin(), key, properties)));
    }

    private static List<@Nullable Object> values(List<ColumnMapping> properties, DataRecord record) {
        List<@Nullable Object> values = new ArrayList<>(properties.size());
        properties.forEach(property -> values.add(property.value(record)));
        return values;
    }

    private static RelationshipSection section(MappedFile file, RelationshipMapping it, long rows) {
        RelationshipShape shape = new RelationshipShape(
                it.type(),
                new NodeKey(it.from().label(), it.from().key().property()),
                new NodeKey(it.to().label(), it.to().key().property()),
                names(it.properties()),
                it.identity(),
                false);
        return new RelationshipSection(shape, rows, sink -> each(file, sink, record -> accept(it, record, sink)));
    }

    /** An empty end is no relationship, not a bad row: an optional value of the data. */
    private static void accept(RelationshipMapping it, DataRecord record, RecordSink<RelationshipRow> sink) {
        List<@Nullable Object> properties = values(it.properties(), record);
        requireIdentity(it, properties);
        List<Object> to = it.to().key().values(record);
        for (Object from : it.from().key().values(record)) {
            to.forEach(end -> sink.accept(new RelationshipRow(record.origin(), from, end, properties)));
        }
    }

    private static void requireIdentity(RelationshipMapping it, List<@Nullable Object> properties) {
        for (int i = 0; i < properties.size(); i++) {
            ColumnMapping property = it.properties().get(i);
            if (properties.get(i) == null && it.identity().contains(property.property())) {
                throw new InvalidValueException(
                        property.column() + " must not be empty: it tells relationships of " + it.type() + " apart.");
            }
        }
    }

    /** What to do with a record; throws {@link InvalidValueException} to have it rejected. */
    private interface RecordReader {
        void read(DataRecord record);
    }

    private static void each(MappedFile file, RecordSink<?> sink, RecordReader reader) throws IOException {
        file.data().read(record -> readOrReject(record, sink, reader), sink::reject);
    }

    private static void readOrReject(DataRecord record, RecordSink<?> sink, RecordReader reader) {
        try {
            reader.read(record);
        } catch (InvalidValueException invalid) {
            sink.reject(new Rejection(record.origin(), invalid.reason(), record.raw()));
        }
    }
}
