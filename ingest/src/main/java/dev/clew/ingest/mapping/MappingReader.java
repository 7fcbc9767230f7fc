package dev.clew.ingest.mapping;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.settings.Suggestion;
import dev.clew.ingest.file.DelimitedFile;
import dev.clew.ingest.file.TextFile;
import dev.clew.ingest.mapping.Mapping.EndMapping;
import dev.clew.ingest.mapping.Mapping.MappedFile;
import dev.clew.ingest.mapping.Mapping.NodeMapping;
import dev.clew.ingest.mapping.Mapping.RelationshipMapping;
import dev.clew.ingest.mapping.YamlValue.YamlMap;
import dev.clew.ingest.source.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file and checks it: its keys and values, that labels agree, and that the data files have the columns it names. */
final class MappingReader {
    private static final List<String> ROOT = List.of("files", "declaration");
    private static final List<String> FILE = List.of("file", "delimiter", "columns", "nodes", "relationships");
    private static final List<String> NODE = List.of("label", "key", "properties");
    private static final List<String> RELATIONSHIP = List.of("type", "from", "to", "properties", "identity");
    private static final List<String> COLUMN = List.of("property", "column", "type", "split");
    private static final List<String> END = List.of("label", "column", "split");

    private final Path mappingFile;
    private final MappingFormat format;
    private final Problems problems;
    private final Map<String, ColumnMapping> keys = new LinkedHashMap<>();

    private MappingReader(Path mappingFile, MappingFormat format) {
        this.mappingFile = mappingFile;
        this.format = format;
        this.problems = new Problems(String.valueOf(mappingFile.getFileName()));
    }

    /**
     * Reads a mapping.
     *
     * @throws MappingException if anything is wrong with it
     */
    static Mapping read(Path mappingFile, MappingFormat format) throws IOException {
        YamlValue document =
                YamlDocument.read(String.valueOf(mappingFile.getFileName()), Files.readString(mappingFile));
        return new MappingReader(mappingFile, format).mapping(document);
    }

    private Mapping mapping(YamlValue document) throws IOException {
        MapReader root = new MapReader(problems, document, "a mapping", ROOT);
        List<MapReader> files = root.list("files").stream()
                .map(value -> new MapReader(problems, value, "a file", FILE))
                .toList();
        if (files.isEmpty()) {
            problems.add(root.at("files"), "'files' must list at least one data file.");
        }
        // Labels may be defined in any file, so all nodes are read before the relationships between them.
        Map<MapReader, List<NodeMapping>> nodes = new LinkedHashMap<>();
        files.forEach(file -> nodes.put(file, nodes(file)));
        List<MappedFile> mapped = new ArrayList<>();
        nodes.forEach((file, its) -> mapped.add(new MappedFile(file.at(), data(file), its, relationships(file))));
        Map<String, Object> declaration = declaration(root);
        problems.throwIfAny();
        checkColumns(mapped);
        problems.throwIfAny();
        return new Mapping(mapped, declaration);
    }

    private DataFile data(MapReader reader) {
        Path path = mappingFile.resolveSibling(reader.text("file"));
        if (!Files.isRegularFile(path)) {
            problems.add(
                    reader.at("file"), "file (" + path + ") does not exist. Paths are relative to the mapping file.");
        }
        TextFile file = TextFile.utf8(path);
        return format == MappingFormat.JSONL
                ? new JsonLinesDataFile(file)
                : new CsvDataFile(new DelimitedFile(file, reader.character("delimiter", ','), reader.texts("columns")));
    }

    private List<NodeMapping> nodes(MapReader file) {
        return file.list("nodes").stream().map(this::node).toList();
    }

    private NodeMapping node(YamlValue value) {
        MapReader reader = new MapReader(problems, value, "a node", NODE);
        String label = reader.identifier("label");
        ColumnMapping key = key(reader, label);
        return new NodeMapping(reader.at(), label, key, properties(reader));
    }

    private ColumnMapping key(MapReader node, String label) {
        YamlValue value = node.optional("key");
        if (value == null) {
            problems.add(node.at(), "'key' is missing: nodes of " + label + " need a property that identifies them.");
            return new ColumnMapping(node.at(), MapReader.PLACEHOLDER, MapReader.PLACEHOLDER, ValueType.STRING, null);
        }
        ColumnMapping key = column(value, "a key");
        if (!key.type().canBeKey()) {
            problems.add(value.at(), "type of a key must be string or integer.");
        }
        checkAgrees(label, key, value.at());
        return key;
    }

    private void checkAgrees(String label, ColumnMapping key, Position at) {
        if (label.equals(MapReader.PLACEHOLDER)) {
            return;
        }
        ColumnMapping other = keys.putIfAbsent(label, key);
        if (other != null && (!other.property().equals(key.property()) || other.type() != key.type())) {
            problems.add(
                    at,
                    "key of " + label + " must have the property and type it has on line "
                            + other.at().line() + ".");
        }
    }

    private List<ColumnMapping> properties(MapReader reader) {
        return reader.list("properties").stream()
                .map(value -> column(value, "a property"))
                .toList();
    }

    private ColumnMapping column(YamlValue value, String what) {
        MapReader reader = new MapReader(problems, value, what, COLUMN);
        String column = reader.text("column");
        return new ColumnMapping(
                reader.at("column"),
                reader.optional("property") == null ? identifier(column, reader) : reader.identifier("property"),
                column,
                reader.type("type"),
                reader.optionalText("split"));
    }

    /** A property has its column's name if none is given. */
    private String identifier(String column, MapReader reader) {
        try {
            return Identifiers.require("property", column);
        } catch (IllegalArgumentException invalid) {
            problems.add(reader.at("column"), invalid.getMessage() + " Give the property a name of its own.");
            return MapReader.PLACEHOLDER;
        }
    }

    private List<RelationshipMapping> relationships(MapReader file) {
        return file.list("relationships").stream().map(this::relationship).toList();
    }

    private RelationshipMapping relationship(YamlValue value) {
        MapReader reader = new MapReader(problems, value, "a relationship", RELATIONSHIP);
        List<ColumnMapping> properties = properties(reader);
        List<String> identity = reader.texts("identity");
        List<String> names = properties.stream().map(ColumnMapping::property).toList();
        for (String name : identity) {
            if (!names.contains(name)) {
                problems.add(
                        reader.at("identity"),
                        "identity (" + name + ") must be one of the relationship's properties. "
                                + Suggestion.didYouMean(name, names) + ".");
            }
        }
        return new RelationshipMapping(
                reader.at(), reader.identifier("type"), end(reader, "from"), end(reader, "to"), properties, identity);
    }

    private EndMapping end(MapReader relationship, String name) {
        YamlValue value = relationship.optional(name);
        if (value == null) {
            problems.add(relationship.at(), "'" + name + "' is missing.");
            return new EndMapping(
                    MapReader.PLACEHOLDER,
                    new ColumnMapping(
                            relationship.at(), MapReader.PLACEHOLDER, MapReader.PLACEHOLDER, ValueType.STRING, null));
        }
        MapReader reader = new MapReader(problems, value, "an end", END);
        String label = reader.text("label");
        ColumnMapping key = keys.get(label);
        if (key == null) {
            problems.add(
                    reader.at("label"),
                    "label (" + label + ") is of no node here. " + Suggestion.didYouMean(label, keys.keySet()) + ".");
        }
        return new EndMapping(label, endKey(reader, key));
    }

    private static ColumnMapping endKey(MapReader reader, @Nullable ColumnMapping key) {
        return new ColumnMapping(
                reader.at("column"),
                key == null ? MapReader.PLACEHOLDER : key.property(),
                reader.text("column"),
                key == null ? ValueType.STRING : key.type(),
                reader.optionalText("split"));
    }

    private Map<String, Object> declaration(MapReader root) {
        YamlValue value = root.optional("declaration");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof YamlMap map)) {
            problems.add(value.at(), "declaration (" + value.kind() + ") must be a map.");
            return Map.of();
        }
        Map<String, Object> plain = map.plain();
        try {
            Declaration.fromMap(plain);
        } catch (IllegalArgumentException invalid) {
            problems.add(value.at(), "declaration: " + invalid.getMessage());
        }
        return plain;
    }

    private void checkColumns(List<MappedFile> files) throws IOException {
        for (MappedFile file : files) {
            List<String> columns = file.data().columns();
            if (!columns.isEmpty()) {
                named(file).stream()
                        .filter(it -> !columns.contains(it.column()))
                        .forEach(it -> problems.add(
                                it.at(),
                                "column (" + it.column() + ") is not in "
                                        + file.data().file().name() + ". " + Suggestion.didYouMean(it.column(), columns)
                                        + "."));
            }
        }
    }

    private static List<ColumnMapping> named(MappedFile file) {
        List<ColumnMapping> columns = new ArrayList<>();
        for (NodeMapping node : file.nodes()) {
            columns.add(node.key());
            columns.addAll(node.properties());
        }
        for (RelationshipMapping relationship : file.relationships()) {
            columns.add(relationship.from().key());
            columns.add(relationship.to().key());
            columns.addAll(relationship.properties());
        }
        return columns;
    }
}
