package dev.clew.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Neo4j's logs say about this start: {@code neo4j.log} about the server, {@code debug.log} about its databases. */
final class BootLog {

    private final Path folder;
    private final Map<Path, Integer> linesBefore = new LinkedHashMap<>();

    BootLog(Path home) {
        folder = home.resolve("logs");
        for (String name : List.of("neo4j.log", "debug.log")) {
            Path file = folder.resolve(name);
            linesBefore.put(file, lines(file).size());
        }
    }

    /** The last error of this start, the innermost cause that follows it, and where to read more. */
    String lastError() {
        var told = new ArrayList<String>();
        linesBefore.forEach((file, before) -> {
            if (told.isEmpty()) {
                told.addAll(lastErrorOf(sinceStart(file, before)));
            }
        });
        told.add("More is in the logs in " + folder + ".");
        return String.join(System.lineSeparator(), told);
    }

    private static List<String> lastErrorOf(List<String> lines) {
        int error = lastIndexOf(" ERROR ", lines);
        if (error < 0) {
            return List.of();
        }
        List<String> trace = lines.subList(error, lines.size());
        int cause = lastIndexOf("Caused by: ", trace);
        return cause < 0 ? List.of(trace.get(0)) : List.of(trace.get(0), trace.get(cause));
    }

    private static int lastIndexOf(String mark, List<String> lines) {
        int index = lines.size() - 1;
        while (index >= 0 && !lines.get(index).contains(mark)) {
            index--;
        }
        return index;
    }

    /** A log that was rotated since is read from its beginning. */
    private static List<String> sinceStart(Path file, int linesBefore) {
        List<String> all = lines(file);
        return all.subList(linesBefore <= all.size() ? linesBefore : 0, all.size());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(file + " ERROR cannot be read: " + e.getMessage());
        }
    }
}
