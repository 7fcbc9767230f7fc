package dev.clew.cli.train;

import dev.clew.core.model.Model;
import dev.clew.core.model.ModelBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A model in a file: whole or not there. */
record ModelFile(Path path) {
    void write(Model model) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path unfinished = path.resolveSibling(path.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            ModelBytes.write(model, out);
        }
        Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
