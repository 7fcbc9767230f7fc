package dev.clew.ingest.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.ingest.load.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeclaredItemsTest {
    @RegisterExtension
    private final TestDatabase database = new TestDatabase();

    @Test
    void readsLabelAndKeyOffTheStoredDeclaration() {
        database.query(
                "CREATE (:ClewGraph {name: 'shop', declaration: $declaration})",
                Map.of("declaration", "{\"item\": {\"label\": \"Product\", \"key\": \"sku\"}}"));
        assertThat(DeclaredItems.of(database.driver(), "shop")).isEqualTo(new DeclaredItems("Product", "sku"));
    }

    @Test
    void saysThatAGraphIsNotDeclared() {
        assertThatThrownBy(() -> DeclaredItems.of(database.driver(), "shop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("graph (shop) must be declared. clew.graph.list tells which are.");
    }
}
