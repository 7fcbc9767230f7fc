package dev.clew.api.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.declaration.Declaration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisiblePropertiesTest {

    @Test
    void showsTheDeclaredKeyAndNameOfEachLabelAndNoMore() {
        var declaration = Declaration.fromMap(Map.of(
                "user", Map.of("label", "Customer", "key", "id"),
                "item", Map.of("label", "Product", "key", "sku", "name", "title"),
                "interactions", List.of(Map.of("type", "BOUGHT")),
                "attributes",
                        List.of(
                                Map.of("type", "IN", "label", "Category", "key", "code", "name", "text"),
                                Map.of("type", "ALSO_IN", "label", "Category", "key", "code", "name", "text"))));
        assertThat(VisibleProperties.of(declaration))
                .isEqualTo(new VisibleProperties(
                        Map.of("label", "Customer", "key", "id", "name", "id"),
                        List.of(
                                Map.of("label", "Product", "key", "sku", "name", "title"),
                                Map.of("label", "Category", "key", "code", "name", "text"))));
    }
}
