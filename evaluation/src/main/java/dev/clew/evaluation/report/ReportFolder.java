package dev.clew.evaluation.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an evaluation is written: {@code results.json} for programs, {@code details.json} with segments and comparisons, and
 * {@code report.html} for people, which needs nothing else to be looked at.
 */
public record ReportFolder(Path folder) {

    /** Writes the three files, creating the folder if need be. */
    public void write(Evaluation evaluation) throws IOException {
        Files.createDirectories(folder);
        write("results.json", Json.INDENTED.writeValueAsString(ResultRow.of(evaluation)) + "\n");
        write("details.json", Json.INDENTED.writeValueAsString(Details.of(evaluation)) + "\n");
        write("report.html", HtmlReport.of(evaluation));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
