package dev.clew.benchmarks.report;

import dev.clew.cli.output.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a benchmark leaves what it found.
 *
 * @param folder created when absent
 * @param console which shows the table, too
 */
public record Results(Path folder, Console console) {

    /**
     * Writes {@code NAME.json} and {@code NAME.md}.
     *
     * @param rows records, as {@link JsonFile} writes them
     */
    public void write(String name, Object rows, List<String> markdown) throws IOException {
        new JsonFile(folder.resolve(name + ".json")).write(rows);
        Files.write(folder.resolve(name + ".md"), markdown, StandardCharsets.UTF_8);
        console.line("");
        markdown.forEach(console::line);
        console.line("");
        console.line("Written to %s".formatted(folder.toAbsolutePath().normalize()));
    }
}
