package dev.clew.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of Neo4j's log that belongs to this start. */
final class BootLog {

    private final Path file;
    private final int linesBefore;

    BootLog(Path home) {
        file = home.resolve("logs/neo4j.log");
        linesBefore = lines().size();
    }

    /** The last error of this start and the innermost cause that follows it, and where to read more. */
    String lastError() {
        List<String> all = lines();
        List<String> mine = all.subList(Math.min(linesBefore, all.size()), all.size());
        var told = new StringBuilder();
        last(mine, " ERROR ", told);
        last(mine, "Caused by: ", told);
        return told.append("The whole log is ").append(file).append('.').toString();
    }

    private static void last(List<String> lines, String mark, StringBuilder told) {
        lines.stream()
                .filter(line -> line.contains(mark))
                .reduce((first, second) -> second)
                .ifPresent(line -> told.append(line.strip()).append(System.lineSeparator()));
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of("The log cannot be read: " + e.getMessage());
        }
    }
}
