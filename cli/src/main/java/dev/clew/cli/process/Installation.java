package dev.clew.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder Clew runs from, with everything that {@code mvn package} assembled.
 *
 * @param root the repository's root
 */
public record Installation(Path root) {

    /** The property by which the launcher script names the root. */
    private static final String PROPERTY = "clew.installation";

    /** Makes the root absolute. */
    public Installation {
        root = root.toAbsolutePath().normalize();
    }

    /** The installation named by the launcher script, or the working folder. */
    public static Installation current() {
        return new Installation(Path.of(System.getProperty(PROPERTY, "")));
    }

    /** Where commands keep what they load, unless told otherwise. */
    public Path state() {
        return root.resolve(".clew");
    }

    /** Folder of the database server, with {@code lib} and {@code plugins}. */
    Path server() {
        return existing(root.resolve("server/target/clew-server"));
    }

    /** The executable jar of the REST API. */
    Path apiJar() {
        return existing(root.resolve("api/target/clew-api.jar"));
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED,
                    "%s is missing. Run ./clew, which builds it, or mvn package.".formatted(path));
        }
        return path;
    }
}
