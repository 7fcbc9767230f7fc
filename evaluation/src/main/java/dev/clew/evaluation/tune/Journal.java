package dev.clew.evaluation.tune;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with a line for what the search is and one for each finished trial, so that a search that was killed goes on where it stopped. A
 * last line that was cut off by the kill is dropped. Thread-safe.
 */
public final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Map<List<Integer>, Trial> trials = new LinkedHashMap<>();

    private Journal(Path file) {
        this.file = file;
    }

    /**
     * Opens or begins a journal.
     *
     * @param search what is searched: data, task, recommender and settings of the search
     * @throws IllegalArgumentException if the file is the journal of another search
     */
    public static Journal open(Path file, Map<String, Object> search) throws IOException {
        Journal journal = new Journal(file);
        String header = JSON.writeValueAsString(search);
        List<String> lines = Files.exists(file) ? completeLines(file) : List.of();
        if (lines.isEmpty()) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            lines = List.of(header);
        } else if (!JSON.readTree(lines.get(0)).equals(JSON.readTree(header))) {
            throw new IllegalArgumentException(file + " is the journal of another search (" + lines.get(0)
                    + "), this one is " + header + ". Delete it, or name another with --journal.");
        }
        for (String line : lines.subList(1, lines.size())) {
            Trial trial = JSON.readValue(line, Trial.class);
            journal.trials.put(List.of(trial.number(), trial.users()), trial);
        }
        replace(file, String.join("\n", lines) + "\n");
        return journal;
    }

    /** At once or not at all: a kill leaves the old file or the new one. */
    private static void replace(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, text, StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> completeLines(Path file) throws IOException {
        List<String> complete = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!isJson(line)) {
                break;
            }
            complete.add(line);
        }
        return complete;
    }

    private static boolean isJson(String line) {
        try {
            return JSON.readTree(line).isObject();
        } catch (JacksonException cutOff) {
            return false;
        }
    }

    /** What is known of a trial with so many users. */
    public synchronized Optional<Trial> find(int number, int users) {
        return Optional.ofNullable(trials.get(List.of(number, users)));
    }

    /** Writes a finished trial. */
    public synchronized void add(Trial trial) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(trial) + "\n", StandardOpenOption.APPEND);
        trials.put(List.of(trial.number(), trial.users()), trial);
    }
}
