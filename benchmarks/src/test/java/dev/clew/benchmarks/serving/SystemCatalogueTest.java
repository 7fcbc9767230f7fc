package dev.clew.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SystemCatalogueTest {

    private final SystemCatalogue catalogue = SystemCatalogue.with(List.of("meta-path", "walk-kernel"));

    @Test
    void hasTheNamesOfTheAgreedOutput() {
        assertThat(catalogue.select(Set.of()))
                .extracting(ServedSystem::name)
                .containsExactly(
                        "trivial",
                        "clew",
                        "clew-explain-short",
                        "clew-meta-path",
                        "clew-walk-kernel",
                        "cypher-naive",
                        "cypher-tuned",
                        "cypher-tuned-normalised",
                        "gds-pagerank",
                        "gds-fastrp-index",
                        "gds-knn",
                        "gds-node-similarity");
    }

    @Test
    void selectsByNameInItsOwnOrder() {
        assertThat(catalogue.select(Set.of("cypher-tuned", "trivial")))
                .extracting(ServedSystem::name)
                .containsExactly("trivial", "cypher-tuned");
    }

    @Test
    void listsWhatThereIsWhenANameIsUnknown() {
        assertThatThrownBy(() -> catalogue.select(Set.of("cypher-tunned")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--systems (cypher-tunned) must be all, or some of: trivial, clew,");
    }

    @Test
    void asksARecommenderByItsName() {
        var system = catalogue.select(Set.of("clew-walk-kernel")).get(0);

        assertThat(system.parametersFor(5L))
                .containsEntry("recommender", "walk-kernel")
                .containsEntry("u", 5L);
    }
}
