package dev.clew.cli;

import dev.clew.cli.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page {@code docs/mapping.md}, so that what it shows is what is tested. */
final class MappingPage {

    /** The rest of a paragraph, then a fenced block. */
    private static final String THEN_BLOCK = "(?:[^\\n]|\\n(?!\\n))*\\n\\n```\\w*\\n([^`]*)```";

    private static final Pattern QUERY = Pattern.compile("```cypher\\n([^`]*)```\\n\\n```\\n([^`]*)```");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^[A-Z]\\w+( +\\d+){4}(?= )");

    private final String text;

    private MappingPage(String text) {
        this.text = text;
    }

    static MappingPage read() throws IOException {
        return new MappingPage(Files.readString(Installation.current().root().resolve("docs/mapping.md")));
    }

    /** Writes the file into a folder as the page shows it. */
    Path write(String file, Path folder) throws IOException {
        return Files.writeString(folder.resolve(file), shown(file));
    }

    /** What the page shows of a file: the block after the paragraph that names it in backticks. */
    String shown(String file) {
        return shown(Pattern.compile(Pattern.quote("`" + file + "`") + THEN_BLOCK), 1);
    }

    /** The rows of the table that loading prints, without the speed. */
    List<String> tableRows() {
        return tableRows(text);
    }

    static List<String> tableRows(String output) {
        return TABLE_ROW.matcher(output).results().map(MatchResult::group).toList();
    }

    /** The statement that asks for recommendations. */
    String query() {
        return shown(QUERY, 1);
    }

    /** What the statement answers, one line a row, two or more spaces between columns. */
    List<String> answer() {
        return shown(QUERY, 2).lines().toList();
    }

    private String shown(Pattern pattern, int group) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/mapping.md shows nothing like " + pattern));
    }
}
