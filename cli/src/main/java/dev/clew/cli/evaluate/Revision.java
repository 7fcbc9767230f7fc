package dev.clew.cli.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The commit that runs. */
final class Revision {
    private static final String UNKNOWN = "unknown";

    private Revision() {}

    /** The commit of the working tree with {@code -dirty} if files differ from it; {@code unknown} without git. */
    static String of(Path root) throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? printed : UNKNOWN;
        } catch (IOException noGit) {
            return UNKNOWN;
        }
    }
}
