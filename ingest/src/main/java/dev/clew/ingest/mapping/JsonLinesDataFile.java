package dev.clew.ingest.mapping;

import dev.clew.ingest.file.Splitter;
import dev.clew.ingest.file.TextFile;
import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line. A column is a field's name; {@code user.id} is the field id of the object user. A list is several values. */
record JsonLinesDataFile(TextFile file) implements DataFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public void read(Consumer<DataRecord> records, Consumer<Rejection> rejected) throws IOException {
        file.forEachLine((number, line) -> read(file.origin(number), line, records, rejected));
    }

    private static void read(Origin origin, String line, Consumer<DataRecord> records, Consumer<Rejection> rejected) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException broken) {
            rejected.accept(new Rejection(origin, "is not valid JSON: " + broken.getOriginalMessage(), line));
            return;
        }
        if (node.isObject()) {
            records.accept(new JsonRecord(origin, line, node));
        } else {
            rejected.accept(new Rejection(origin, "must be a JSON object.", line));
        }
    }

    private record JsonRecord(Origin origin, String raw, JsonNode object) implements DataRecord {
        @Override
        public List<String> texts(String column) {
            JsonNode node = object;
            for (String name : Splitter.split(column, ".")) {
                node = node.path(name);
            }
            List<String> texts = new ArrayList<>();
            collect(node, texts);
            return texts;
        }

        private static void collect(JsonNode node, List<String> texts) {
            if (node.isArray()) {
                node.forEach(element -> collect(element, texts));
            } else if (node.isValueNode() && !node.isNull() && !node.isMissingNode()) {
                texts.add(node.asString());
            }
        }
    }
}
