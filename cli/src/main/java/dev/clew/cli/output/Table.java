package dev.clew.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A plain text table: columns padded to their widest cell, the last one as long as it likes. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column titles. */
    public Table(String... titles) {
        rows.add(List.of(titles));
    }

    /** Adds a row with one cell a column. */
    public void add(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("cells (%d) must be as many as the titles (%d)."
                    .formatted(cells.length, rows.get(0).size()));
        }
        rows.add(List.of(cells));
    }

    /** The lines, titles first. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size() - 1; column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(width(column) - cell.length() + 2));
        }
        return line.append(cells.get(cells.size() - 1)).toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
