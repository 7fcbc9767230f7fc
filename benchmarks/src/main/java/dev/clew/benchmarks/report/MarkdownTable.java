package dev.clew.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown: the first column is text, the others are numbers. */
public final class MarkdownTable {

    private final int columns;
    private final List<String> lines = new ArrayList<>();

    /** A table with these column titles. */
    public MarkdownTable(String... titles) {
        columns = titles.length;
        lines.add(line(List.of(titles)));
        lines.add("|---|" + "---:|".repeat(columns - 1));
    }

    /** Adds a row with one cell a column. */
    public void add(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "cells (%d) must be as many as the titles (%d).".formatted(cells.length, columns));
        }
        lines.add(line(List.of(cells)));
    }

    /** The lines, titles first. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
