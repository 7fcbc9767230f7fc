package dev.clew.api.explanation;

import dev.clew.core.declaration.Declaration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which properties of a path's nodes callers may see: the declared key and name of each label.
 *
 * @param user for users, of whom only the asking one is shown
 * @param others for items and attributes
 */
record VisibleProperties(Map<String, String> user, List<Map<String, String>> others) {
    static VisibleProperties of(Declaration declaration) {
        return new VisibleProperties(
                properties(
                        declaration.user().label(),
                        declaration.user().key(),
                        declaration.user().nameProperty()),
                Stream.concat(item(declaration), attributes(declaration))
                        .distinct()
                        .toList());
    }

    private static Stream<Map<String, String>> item(Declaration declaration) {
        return Stream.of(properties(
                declaration.item().label(),
                declaration.item().key(),
                declaration.item().nameProperty()));
    }

    private static Stream<Map<String, String>> attributes(Declaration declaration) {
        return declaration.attributes().stream().map(it -> properties(it.label(), it.key(), it.nameProperty()));
    }

    private static Map<String, String> properties(String label, String key, String name) {
        return Map.of("label", label, "key", key, "name", name);
    }
}
