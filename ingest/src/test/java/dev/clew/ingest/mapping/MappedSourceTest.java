package dev.clew.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.declaration.Declaration;
import dev.clew.ingest.source.RecordedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedSourceTest {
    private static final String SHOP = """
            files:
              - file: products.csv
                delimiter: ";"
                nodes:
                  - label: Product
                    key: {property: sku, column: sku}
                    properties:
                      - {property: launch, column: launched, type: date}
                  - label: Category
                    key: {property: name, column: categories, split: "|"}
                relationships:
                  - type: IN
                    from: {label: Product, column: sku}
                    to: {label: Category, column: categories, split: "|"}
              - file: purchases.csv
                columns: [who, what, when]
                nodes:
                  - label: Customer
                    key: {property: id, column: who, type: integer}
                relationships:
                  - type: BOUGHT
                    from: {label: Customer, column: who}
                    to: {label: Product, column: what}
                    properties:
                      - {property: at, column: when, type: datetime}
                    identity: [at]
            declaration:
              user: {label: Customer, key: id}
              item: {label: Product, key: sku}
              interactions: [{type: BOUGHT, time: at}]
              attributes: [{type: IN, label: Category, kind: category, key: name, direction: OUT}]
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void writeData() throws IOException {
        write("products.csv", "sku;launched;categories\na-1;2024-05-01;Toys|Wood\n;2024-05-01;Toys\nb-2;;\"Toys\"\n");
        write("purchases.csv", "7,a-1,2024-05-02T10:00:00Z\nseven,a-1,2024-05-02T10:00:00Z\n8,b-2,yesterday\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private MappedSource shop() throws IOException {
        return MappedSource.csv(write("shop.yaml", SHOP));
    }

    @Test
    void readsNodesWithTypedProperties() throws IOException {
        RecordedRows products = RecordedRows.of(shop(), "Product");
        assertThat(products.values())
                .containsExactly(List.of("a-1", LocalDate.of(2024, 5, 1)), java.util.Arrays.asList("b-2", null));
        assertThat(products.rejections())
                .containsExactly("products.csv line 3: sku must not be empty: it is the key of Product.");
    }

    @Test
    void splitsAFieldIntoSeveralNodesAndRelationships() throws IOException {
        assertThat(RecordedRows.of(shop(), "Category").values())
                .containsExactly(List.of("Toys"), List.of("Wood"), List.of("Toys"), List.of("Toys"));
        assertThat(RecordedRows.of(shop(), "IN").values())
                .containsExactly(List.of("a-1", "Toys"), List.of("a-1", "Wood"), List.of("b-2", "Toys"));
    }

    @Test
    void rejectsRowsWhoseValuesAreNotOfTheirTypeWithLineAndReason() throws IOException {
        RecordedRows bought = RecordedRows.of(shop(), "BOUGHT");
        assertThat(bought.values()).containsExactly(List.of(7L, "a-1", ZonedDateTime.parse("2024-05-02T10:00:00Z")));
        assertThat(bought.rejections())
                .containsExactly(
                        "purchases.csv line 2: who (seven) must be a whole number.",
                        "purchases.csv line 3: when (yesterday) must be a date and time like 2024-05-01T12:00:00Z.");
    }

    @Test
    void handsOverTheDeclaration() throws IOException {
        assertThat(Declaration.fromMap(shop().declaration()).item().key()).isEqualTo("sku");
    }

    @Test
    void readsJsonLinesWithNestedFieldsAndLists() throws IOException {
        write("events.jsonl", """
                {"user": {"id": 7}, "items": ["a", "b"], "stars": 4.5}
                {"user": {"id": 8}, "items": "a", "stars": null}
                not json
                """);
        Path mapping = write("events.yaml", """
                files:
                  - file: events.jsonl
                    nodes:
                      - {label: Customer, key: {property: id, column: user.id, type: integer}}
                      - {label: Product, key: {property: sku, column: items}}
                    relationships:
                      - type: LIKED
                        from: {label: Customer, column: user.id}
                        to: {label: Product, column: items}
                        properties: [{column: stars, type: float}]
                """);
        RecordedRows liked = RecordedRows.of(MappedSource.jsonl(mapping), "LIKED");
        assertThat(liked.values())
                .containsExactly(List.of(7L, "a", 4.5), List.of(7L, "b", 4.5), java.util.Arrays.asList(8L, "a", null));
        assertThat(liked.rejections()).singleElement().asString().startsWith("events.jsonl line 3: is not valid JSON");
    }

    private void assertProblem(String changed, String to, String... problems) throws IOException {
        assertThat(SHOP).contains(changed);
        Path mapping = write("shop.yaml", SHOP.replace(changed, to));
        assertThatThrownBy(() -> MappedSource.csv(mapping))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll(problems);
    }

    @Test
    void tellsLineAndColumnOfAnUnknownKey() throws IOException {
        assertProblem(
                "    delimiter:",
                "    delimeter:",
                "shop.yaml:3:5: a file has no 'delimeter'. Did you mean 'delimiter'?");
    }

    @Test
    void tellsLineAndColumnOfAnUnknownType() throws IOException {
        assertProblem(
                "type: integer", "type: int", "shop.yaml:19:48: type (int) is not known.", "Allowed: string, integer");
    }

    @Test
    void tellsWhichColumnsThereAre() throws IOException {
        assertProblem(
                "column: launched,",
                "column: lunched,",
                "shop.yaml:8:40: column (lunched) is not in products.csv. Did you mean 'launched'? Allowed: sku, launched, categories.");
    }

    @Test
    void tellsThatALabelIsNotDefined() throws IOException {
        assertProblem(
                "from: {label: Product", "from: {label: Prodct", "shop.yaml:13:23: label (Prodct) is of no node here.");
    }

    @Test
    void tellsAllProblemsAtOnce() throws IOException {
        assertProblem(
                "  - label: Product\n",
                "  - label: Pro`duct\n",
                "shop.yaml:5:16: label (Pro`duct) must be 1 to 64 letters, digits and underscores",
                "shop.yaml:13:23: label (Product) is of no node here.",
                "shop.yaml:23:21: label (Product) is of no node here. Allowed: Category, Customer.");
    }

    @Test
    void tellsWhereItIsNotYaml() throws IOException {
        assertProblem("- file: products.csv", "- file: [products.csv", "shop.yaml:3:", "is not valid YAML");
    }

    @Test
    void checksTheDeclarationToo() throws IOException {
        assertProblem(
                "interactions: [{type: BOUGHT, time: at}]",
                "interactions: [{type: BOUGHT, tme: at}]",
                "shop.yaml:28:3: declaration: interactions[0]",
                "Did you mean 'time'?");
    }
}
