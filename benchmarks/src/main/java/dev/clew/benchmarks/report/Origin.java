package dev.clew.benchmarks.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What made a result, so that somebody else can make it again.
 *
 * @param command the command, without folders that differ from machine to machine
 * @param revision the measured commit
 * @param machine in one line
 */
public record Origin(String command, String revision, String machine) {

    /** This machine and the commit of the working tree. */
    public static Origin here(String command, Path root) throws InterruptedException {
        return new Origin(command, Revision.of(root), Machine.description());
    }

    /** A title and where the figures below it are from, in Markdown. */
    public List<String> heading(String title) {
        return List.of(
                "# " + title, "", "Made by `%s` at commit %s.".formatted(command, revision), "", machine + ".", "");
    }
}
