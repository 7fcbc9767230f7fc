package dev.clew.ingest.mapping;

import dev.clew.ingest.mapping.YamlValue.Entry;
import dev.clew.ingest.mapping.YamlValue.YamlList;
import dev.clew.ingest.mapping.YamlValue.YamlMap;
import dev.clew.ingest.mapping.YamlValue.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML 1.2 into values that know their line. */
final class YamlDocument {
    private static final Position START = new Position(1, 1);

    private YamlDocument() {}

    /**
     * Reads a text.
     *
     * @throws MappingException with the line, if it is not YAML
     */
    static YamlValue read(String fileName, String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(fileName).setUseMarks(true).build();
            return new Compose(settings)
                    .composeString(text)
                    .map(YamlDocument::value)
                    .orElse(new YamlScalar(START, "", null));
        } catch (MarkedYamlEngineException broken) {
            Problems problems = new Problems(fileName);
            problems.add(position(broken.getProblemMark()), "is not valid YAML: " + broken.getProblem());
            throw problems.exception(broken);
        } catch (YamlEngineException broken) {
            Problems problems = new Problems(fileName);
            problems.add(START, "is not valid YAML: " + broken.getMessage());
            throw problems.exception(broken);
        }
    }

    private static Position position(Optional<Mark> mark) {
        return mark.map(it -> new Position(it.getLine() + 1, it.getColumn() + 1))
                .orElse(START);
    }

    private static YamlValue value(Node node) {
        Position at = position(node.getStartMark());
        if (node instanceof MappingNode map) {
            return new YamlMap(at, entries(map));
        }
        if (node instanceof SequenceNode list) {
            return new YamlList(
                    at, list.getValue().stream().map(YamlDocument::value).toList());
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlScalar(at, scalar.getValue(), plain(scalar));
    }

    private static Map<String, Entry> entries(MappingNode map) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : key.toString();
            entries.put(name, new Entry(position(key.getStartMark()), value(tuple.getValueNode())));
        }
        return entries;
    }

    private static @Nullable Object plain(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.INT)) {
                return Long.valueOf(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException exotic) {
            // Hexadecimal and the like: nothing in a declaration needs them.
            return text;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        return tag.equals(Tag.NULL) ? null : text;
    }
}
