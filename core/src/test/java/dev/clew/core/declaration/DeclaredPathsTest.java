package dev.clew.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.PathType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Films: people direct and act in them (stored from the person), genres have parents, users follow users, films have sequels. */
class DeclaredPathsTest {
    private static final Map<String, Object> FILMS = Map.of(
            "user", Map.of("label", "User", "key", "id"),
            "item", Map.of("label", "Movie", "key", "id"),
            "interactions", List.of(Map.of("type", "RATED")),
            "attributes",
                    List.of(
                            Map.of("type", "IN_GENRE", "label", "Genre", "key", "name"),
                            Map.of("type", "DIRECTED", "label", "Person", "key", "name", "direction", "IN"),
                            Map.of("type", "ACTED_IN", "label", "Person", "key", "name", "direction", "IN")),
            "links",
                    List.of(
                            Map.of("from", "attribute", "type", "PARENT", "to", "attribute"),
                            Map.of("from", "user", "type", "FOLLOWS", "to", "user"),
                            Map.of("from", "item", "type", "SEQUEL_OF", "to", "item")));

    private static Declaration with(List<?> paths) {
        Map<String, Object> map = new HashMap<>(FILMS);
        map.put("paths", paths);
        return Declaration.fromMap(map);
    }

    private static Map<String, Object> path(String name, String... steps) {
        return Map.of("name", name, "steps", List.of(steps));
    }

    /** The declared paths only, each written with the directions of the graph. */
    private static List<String> walks(Map<String, Object> path) {
        GraphSchema schema =
                with(List.of(path)).withKeyTypes((label, key) -> KeyType.STRING).schema();
        return schema.paths().stream()
                .filter(it -> it.name().equals(path.get("name")))
                .map(DeclaredPathsTest::written)
                .toList();
    }

    private static String written(PathType path) {
        List<String> steps = path.steps().stream()
                .map(step -> step.type().name() + " " + step.direction())
                .toList();
        return path.start() + ": " + String.join(", ", steps);
    }

    @Test
    void arrowsAreThoseOfTheStore() {
        assertThat(walks(path("director", "<DIRECTED", "DIRECTED>")))
                .containsExactly("ITEM: DIRECTED OUT, DIRECTED IN");
        assertThat(walks(path("genre", "IN_GENRE>", "<IN_GENRE"))).containsExactly("ITEM: IN_GENRE OUT, IN_GENRE IN");
    }

    @Test
    void aStepWithoutArrowGoesTheWayThatFits() {
        assertThat(walks(path("directed by an actor", "ACTED_IN", "DIRECTED")))
                .containsExactly("ITEM: ACTED_IN OUT, DIRECTED IN");
        assertThat(walks(path("taste of fans", "RATED", "RATED", "IN_GENRE", "IN_GENRE")))
                .containsExactly("ITEM: RATED IN, RATED OUT, IN_GENRE OUT, IN_GENRE IN");
    }

    @Test
    void aLinkWithoutArrowIsWalkedBothWaysUnderOneName() {
        assertThat(walks(path("sequels", "SEQUEL_OF", "SEQUEL_OF>")))
                .containsExactly("ITEM: SEQUEL_OF OUT, SEQUEL_OF OUT", "ITEM: SEQUEL_OF IN, SEQUEL_OF OUT");
    }

    @Test
    void twoHopsOverAttributesGoThroughTheirLinks() {
        assertThat(walks(path("parent genre", "IN_GENRE", "PARENT>", "<PARENT", "IN_GENRE")))
                .containsExactly("ITEM: IN_GENRE OUT, PARENT OUT, PARENT IN, IN_GENRE IN");
    }

    @Test
    void aPathThatBeginsWithALinkOfUsersStartsAtTheUser() {
        assertThat(walks(path("friends", "FOLLOWS>", "RATED"))).containsExactly("USER: FOLLOWS OUT, RATED OUT");
        assertThat(walks(path("friends' friends", "FOLLOWS>", "FOLLOWS>", "RATED")))
                .containsExactly("USER: FOLLOWS OUT, FOLLOWS OUT, RATED OUT");
    }

    @Test
    void defaultPathsThatLeadToItemsStayAndCanBeWeighed() {
        GraphSchema schema = with(List.of(
                        Map.of("name", "IN_GENRE", "weight", 0.02),
                        Map.of("name", "director", "steps", List.of("DIRECTED", "DIRECTED"), "weight", 0.3)))
                .withKeyTypes((label, key) -> KeyType.STRING)
                .schema();
        assertThat(schema.paths())
                .extracting(PathType::name)
                .containsExactly("RATED", "IN_GENRE", "DIRECTED", "ACTED_IN", "SEQUEL_OF>", "<SEQUEL_OF", "director");
        assertThat(schema.pathWeights()).isEqualTo(Map.of("IN_GENRE", 0.02, "director", 0.3));
    }

    @Test
    void readsBackTheMapItWritesAndOneWithoutPaths() {
        Declaration declaration =
                with(List.of(path("director", "<DIRECTED", "DIRECTED>"), Map.of("name", "RATED", "weight", 1)));
        assertThat(Declaration.fromMap(declaration.toMap())).isEqualTo(declaration);
        assertThat(Declaration.fromMap(FILMS).toMap()).doesNotContainKey("paths");
        assertThat(Declaration.fromMap(FILMS).paths()).isEmpty();
        assertThat(declaration.withPaths(List.of())).isEqualTo(Declaration.fromMap(FILMS));
    }

    @Test
    void takesLearnedWeightsOfDeclaredAndOfDefaultPaths() {
        Declaration learned = with(List.of(path("director", "<DIRECTED", "DIRECTED>")))
                .withPathWeights(new java.util.TreeMap<>(Map.of("director", 0.4, "RATED", 0.7)));
        assertThat(learned.paths())
                .containsExactly(
                        new PathDeclaration("director", List.of("<DIRECTED", "DIRECTED>"), 0.4),
                        new PathDeclaration("RATED", List.of(), 0.7));
    }

    @Test
    void namesWhatIsWrongAndTheWayOut() {
        refuses(
                path("x", "DIRECTD", "DIRECTED"),
                "paths[0]: step (DIRECTD) must be a declared relationship type. Did you mean 'DIRECTED'?");
        refuses(path("x", "<DIRECTED>", "DIRECTED"), "paths[0]: step (<DIRECTED>) must have one arrow");
        refuses(path("x", "DIRECTED>", "DIRECTED"), "DIRECTED> leads from Person to item; DIRECTED leads from");
        refuses(path("x", "DIRECTED", "IN_GENRE"), "must lead to an item from an item of the user's history");
        refuses(
                path("x", "RATED>", "DIRECTED", "DIRECTED"),
                "leave steps[0] (RATED>) out: a path begins at what the user did.");
        refuses(path("RATED", "DIRECTED", "DIRECTED"), "name (RATED) is that of a path that is there anyway.");
        refuses(Map.of("name", "IN_GENR", "weight", 1), "Did you mean 'IN_GENRE'?");
        refuses(Map.of("name", "IN_GENRE"), "steps must be given, or a weight");
        refuses(Map.of("name", "IN_GENRE", "weight", -1), "weight (-1.0) must be a number of at least 0");
        refuses(Map.of("name", "IN_GENRE", "weight", "much"), "weight (much) must be a number of at least 0");
        refuses(Map.of("name", "IN_GENRE", "wieght", 1), "paths[0]: Unknown option 'wieght'. Did you mean 'weight'?");
        refuses(
                path("x", "SEQUEL_OF", "SEQUEL_OF", "SEQUEL_OF", "SEQUEL_OF", "SEQUEL_OF", "SEQUEL_OF", "SEQUEL_OF"),
                "steps (7 of them) must be at most 6.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(path("x", "DIRECTED", "DIRECTED"), path("x", "ACTED_IN", "ACTED_IN"))))
                .withMessageContaining("paths[1]: name (x) must differ from that of another path.");
    }

    private static void refuses(Map<String, Object> path, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(path)))
                .withMessageContaining(message);
    }
}
