package dev.clew.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclarationTest {
    private static final Map<String, Object> USER = Map.of("label", "Customer", "key", "id");
    private static final Map<String, Object> ITEM =
            Map.of("label", "Product", "key", "sku", "name", "title", "availableFrom", "launch", "expiresAt", "until");
    /** The example of the design page. */
    private static final Map<String, Object> SHOP = Map.of(
            "user", USER,
            "item", ITEM,
            "interactions",
                    List.of(
                            Map.of("type", "BOUGHT", "weight", "qty", "time", "at", "sign", 1),
                            Map.of(
                                    "type",
                                    "RATED",
                                    "weight",
                                    "stars",
                                    "time",
                                    "at",
                                    "positiveFrom",
                                    3.5,
                                    "negativeUpTo",
                                    2),
                            Map.of("type", "HIDDEN", "exclude", true)),
            "attributes",
                    List.of(
                            Map.of(
                                    "type",
                                    "IN",
                                    "label",
                                    "Category",
                                    "kind",
                                    "category",
                                    "key",
                                    "name",
                                    "direction",
                                    "OUT"),
                            Map.of("type", "MADE", "label", "Brand", "key", "id", "name", "brand", "direction", "IN"),
                            Map.of("type", "ALSO_IN", "label", "Category", "key", "name")),
            "links", List.of(Map.of("from", "attribute", "type", "SUBCATEGORY_OF", "to", "attribute")));

    @Test
    void readsBackTheMapItWrites() {
        Declaration declaration = Declaration.fromMap(SHOP);
        assertThat(Declaration.fromMap(declaration.toMap())).isEqualTo(declaration);
        Declaration resolved = declaration.withKeyTypes((label, key) -> KeyType.INTEGER);
        assertThat(Declaration.fromMap(resolved.toMap())).isEqualTo(resolved).isNotEqualTo(declaration);
    }

    @Test
    void readsEveryPartOfTheMap() {
        Declaration declaration = Declaration.fromMap(SHOP);
        assertThat(declaration.item())
                .isEqualTo(new NodeDeclaration("Product", "sku", null, "title", "launch", "until"));
        assertThat(declaration.interactions().get(1))
                .isEqualTo(new InteractionDeclaration("RATED", "stars", "at", 1, 3.5, 2.0, false));
        assertThat(declaration.interactions().get(2).exclude()).isTrue();
        assertThat(declaration.attributes().get(1))
                .isEqualTo(new AttributeDeclaration("MADE", "Brand", "brand", "id", null, "brand", false));
        assertThat(declaration.links())
                .containsExactly(new LinkDeclaration(NodeRole.ATTRIBUTE, "SUBCATEGORY_OF", NodeRole.ATTRIBUTE));
    }

    @Test
    void makesOneNodeTypeALabelAndOneRelationshipTypeAnEntry() {
        GraphSchema schema = Declaration.fromMap(SHOP)
                .withKeyTypes((label, key) -> KeyType.STRING)
                .schema();
        assertThat(schema.nodeTypes())
                .extracting(NodeType::label)
                .containsExactly("Customer", "Product", "Category", "Brand");
        assertThat(schema.relationshipTypes())
                .extracting(RelationshipType::name)
                .containsExactly("BOUGHT", "RATED", "HIDDEN", "IN", "MADE", "ALSO_IN", "SUBCATEGORY_OF");
        assertThat(schema.relationshipTypes(RelationshipRole.ATTRIBUTE))
                .extracting(RelationshipType::kind)
                .containsExactly("category", "brand", "category");
        assertThat(schema.relationshipTypes().get(6).kind()).isEqualTo("subcategory of");
    }

    @Test
    void findsTheEntryARelationshipTypeStandsFor() {
        Declaration declaration = Declaration.fromMap(SHOP).withKeyTypes((label, key) -> KeyType.STRING);
        List<RelationshipType> types = declaration.schema().relationshipTypes();
        assertThat(declaration.interaction(types.get(1)).type()).isEqualTo("RATED");
        assertThat(declaration.attribute(types.get(4)).type()).isEqualTo("MADE");
        assertThat(declaration.link(types.get(6)).type()).isEqualTo("SUBCATEGORY_OF");
    }

    @Test
    void knowsWhichPropertyNamesAndWhichIdentifiesANode() {
        Declaration declaration = Declaration.fromMap(SHOP).withKeyTypes((label, key) -> KeyType.STRING);
        List<NodeType> types = declaration.schema().nodeTypes();
        assertThat(types).extracting(declaration::nameProperty).containsExactly("id", "title", "name", "brand");
        assertThat(types).extracting(declaration::keyProperty).containsExactly("id", "sku", "name", "id");
    }

    @Test
    void asksOnlyForKeyTypesThatWereNotDeclared() {
        Declaration declaration = Declaration.fromMap(
                        with("user", Map.of("label", "Customer", "key", "id", "keyType", "integer")))
                .withKeyTypes((label, key) -> KeyType.STRING);
        assertThat(declaration.user().keyType()).isEqualTo(KeyType.INTEGER);
        assertThat(declaration.item().keyType()).isEqualTo(KeyType.STRING);
    }

    @Test
    void hasNoSchemaWhileAKeyTypeIsOpen() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Declaration.fromMap(SHOP).schema())
                .withMessage("The key type of Customer is not known yet.");
    }

    @Test
    void tellsInWhichPartAnUnknownNameStandsAndWhatWasProbablyMeant() {
        assertRefused(
                with("interactions", List.of(Map.of("type", "BOUGHT", "wieght", "qty"))),
                "interactions[0]: Unknown option 'wieght'. Did you mean 'weight'? Allowed: type, weight, time, sign,"
                        + " positiveFrom, negativeUpTo, exclude");
        assertRefused(
                with("user", Map.of("lable", "Customer", "key", "id")),
                "user: Unknown option 'lable'. Did you mean 'label'? Allowed: label, key, keyType, name");
        assertRefused(
                with("intractions", List.of()),
                "Unknown option 'intractions'. Did you mean 'interactions'? Allowed: user, item, interactions,"
                        + " attributes, links, paths");
    }

    @Test
    void tellsInWhichPartSomethingIsMissingOrWrong() {
        assertRefused(with("item", Map.of("label", "Product")), "item: key must be given.");
        assertRefused(with("item", Map.of("label", " ", "key", "sku")), "item: label must be given.");
        assertRefused(
                with("attributes", List.of(Map.of("type", "IN", "label", "Category"))),
                "attributes[0]: key must be given.");
        assertRefused(
                with("attributes", List.of(Map.of("type", "IN", "label", "C", "key", "k", "direction", "BOTH"))),
                "attributes[0]: direction (BOTH) must be one of OUT, IN.");
        assertRefused(
                with("user", Map.of("label", "Customer", "key", "id", "keyType", "uuid")),
                "user: keyType (uuid) must be 'integer' or 'string'.");
        assertRefused(
                with("links", List.of(Map.of("from", "genre", "type", "OF", "to", "item"))),
                "links[0]: from (genre) must be one of attribute, item, user.");
        assertRefused(with("interactions", List.of("BOUGHT")), "interactions[0] (BOUGHT) must be a map.");
        assertRefused(with("interactions", List.of()), "interactions must name at least one relationship type.");
    }

    @Test
    void refusesBoundsThatContradictEachOther() {
        assertRefused(
                with("interactions", List.of(interaction("positiveFrom", 2, "negativeUpTo", 2))),
                "interactions[0]: negativeUpTo (2.0) must be below positiveFrom (2.0).");
        assertRefused(
                with("interactions", List.of(Map.of("type", "RATED", "positiveFrom", 3))),
                "interactions[0]: weight must be given where positiveFrom or negativeUpTo is: they are bounds on it.");
        assertRefused(
                with("interactions", List.of(Map.of("type", "RATED", "weight", "stars", "positiveFrom", "three"))),
                "interactions[0]: positiveFrom (three) must be a number.");
        assertRefused(
                with("interactions", List.of(Map.of("type", "RATED", "sign", 0))),
                "interactions[0]: sign (0) must be 1 or -1.");
    }

    @Test
    void refusesOneLabelInTwoRoles() {
        assertRefused(
                with("item", Map.of("label", "Customer", "key", "sku")),
                "item.label (Customer) must differ from user.label.");
        assertRefused(
                with("attributes", List.of(Map.of("type", "LIKE", "label", "Product", "key", "sku"))),
                "attributes: label (Product) must not be that of users or items. Relationships between items are"
                        + " declared as links.");
        assertRefused(
                with(
                        "attributes",
                        List.of(
                                Map.of("type", "IN", "label", "Category", "key", "name"),
                                Map.of("type", "ALSO_IN", "label", "Category", "key", "id"))),
                "attributes: key (id) must be 'name' as elsewhere for label Category.");
    }

    static Map<String, Object> interaction(Object... bounds) {
        Map<String, Object> map = new HashMap<>(Map.of("type", "RATED", "weight", "stars"));
        for (int i = 0; i < bounds.length; i += 2) {
            map.put((String) bounds[i], bounds[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> with(String part, Object value) {
        Map<String, Object> map = new HashMap<>(SHOP);
        map.put(part, value);
        return map;
    }

    private static void assertRefused(Map<String, Object> map, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Declaration.fromMap(map))
                .withMessage(message);
    }
}
