package dev.clew.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A file of results: records as objects, with the names and the order of their components. */
public final class JsonFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    /** A file that need not exist yet. */
    public JsonFile(Path file) {
        this.file = file;
    }

    /** The list in the file; empty if there is no file. */
    public <T> List<T> readList(Class<T> type) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return MAPPER.readValue(
                Files.readString(file), MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** Writes one object or a list, creating the folder if need be. */
    public void write(Object value) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, MAPPER.writeValueAsString(value) + System.lineSeparator(), StandardCharsets.UTF_8);
    }
}
