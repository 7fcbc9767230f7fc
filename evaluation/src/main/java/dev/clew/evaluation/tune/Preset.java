package dev.clew.evaluation.tune;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings that a search chose, and what they were chosen by.
 *
 * @param formatVersion of the file, {@value #FORMAT_VERSION}
 * @param dataset they were chosen on
 * @param task the protocol and the validation proxy
 * @param value of the metric there
 * @param trials tried
 */
public record Preset(
        int formatVersion,
        String recommender,
        Map<String, Object> settings,
        String dataset,
        String task,
        String metric,
        double value,
        int trials,
        long seed,
        String revision) {
    /** The format this class reads and writes. */
    public static final int FORMAT_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * Reads a preset file.
     *
     * @throws IllegalArgumentException if it is none, or of another format
     */
    public static Preset read(Path file) throws IOException {
        Preset preset;
        try {
            preset = JSON.readValue(Files.readString(file), Preset.class);
        } catch (JacksonException notAPreset) {
            throw new IllegalArgumentException(
                    "preset (" + file + ") must be a file that tune wrote: " + notAPreset.getOriginalMessage(),
                    notAPreset);
        }
        if (preset.formatVersion() != FORMAT_VERSION) {
            throw new IllegalArgumentException("preset (" + file + ") has format " + preset.formatVersion()
                    + " and must have " + FORMAT_VERSION + ". Tune again with this version.");
        }
        return preset;
    }

    /** Writes it, creating the folder if need be. */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, JSON.writeValueAsString(this) + "\n", StandardCharsets.UTF_8);
    }
}
