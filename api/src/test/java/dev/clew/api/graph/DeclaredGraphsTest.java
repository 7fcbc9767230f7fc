package dev.clew.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clew.api.problem.ProblemException;
import dev.clew.api.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeclaredGraphsTest {
    private static final String SHOP = """
            {"user": {"label": "Customer", "key": "id"}, "item": {"label": "Product", "key": "sku", "name": "title"},
             "interactions": [{"type": "BOUGHT"}]}""";

    @Test
    void prefersTheGraphNamedDefault() {
        assertThat(graphs(stored("default"), stored("shop")).resolve(null).name())
                .isEqualTo("default");
    }

    @Test
    void takesTheOnlyGraphWhenNoneIsNamedDefault() {
        assertThat(graphs(stored("shop")).resolve(null).name()).isEqualTo("shop");
    }

    @Test
    void readsTheDeclarationThatWasStored() {
        var item = graphs(stored("shop")).resolve("shop").declaration().item();
        assertThat(item.label()).isEqualTo("Product");
        assertThat(item.nameProperty()).isEqualTo("title");
    }

    @Test
    void asksForANameWhenSeveralGraphsCouldBeMeant() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> graphs(stored("films"), stored("shop")).resolve(null))
                .withMessageStartingWith("graph must be given")
                .withMessageEndingWith("films, shop.")
                .returns(ProblemType.BAD_ARGUMENT, ProblemException::type);
    }

    @Test
    void listsWhatIsDeclaredWhenTheNamedGraphIsNot() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> graphs(stored("films"), stored("shop")).resolve("shops"))
                .withMessage("No graph is named 'shops'. Declared: films, shop.")
                .returns(ProblemType.UNKNOWN_GRAPH, ProblemException::type);
    }

    @Test
    void saysHowToDeclareTheFirstGraph() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> graphs().resolve(null))
                .withMessageContaining("CALL clew.graph.declare('default', {...})")
                .returns(ProblemType.NO_GRAPH_DECLARED, ProblemException::type);
    }

    @Test
    void refusesADeclarationWrittenInALaterFormat() {
        var later = new ClewGraph("shop", SHOP, 1, 2);
        assertThatIllegalStateException()
                .isThrownBy(() -> graphs(later).resolve("shop"))
                .withMessageStartingWith("Graph 'shop' is stored in format 2; this service reads up to 1.");
    }

    private static ClewGraph stored(String name) {
        return new ClewGraph(name, SHOP, 1, 1);
    }

    private static DeclaredGraphs graphs(ClewGraph... stored) {
        return new DeclaredGraphs(
                new ClewGraphs() {
                    @Override
                    public List<ClewGraph> findAllByOrderByName() {
                        return List.of(stored);
                    }

                    @Override
                    public Optional<ClewGraph> findByName(String name) {
                        return Stream.of(stored)
                                .filter(graph -> graph.name().equals(name))
                                .findFirst();
                    }
                },
                new JsonMapper());
    }
}
