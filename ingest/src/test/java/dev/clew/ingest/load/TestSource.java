package dev.clew.ingest.load;

import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.NodeRow;
import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.NodeShape;
import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.Rejection;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.RelationshipShape;
import dev.clew.ingest.source.Section;
import java.util.List;
import java.util.Map;

/**
 * Customers who bought products, each customer each third product, in order of the customers; every {@code badEvery}-th purchase is a bad
 * row, another names a product that does not exist.
 */
record TestSource(int customers, int products, boolean distinct, int badEvery) implements GraphSource {

    static TestSource good(int customers, int products) {
        return new TestSource(customers, products, true, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String fingerprint() {
        return "test " + this;
    }

    @Override
    public List<Section> sections() {
        return List.of(customerNodes(), productNodes(), bought());
    }

    private NodeSection customerNodes() {
        return new NodeSection(NodeShape.of("Customer", "id", "name"), customers, sink -> {
            for (long i = 0; i < customers; i++) {
                sink.accept(new NodeRow(new Origin("customers", i + 1), i, List.of("customer " + i)));
            }
        });
    }

    private NodeSection productNodes() {
        return new NodeSection(NodeShape.of("Product", "sku"), products, sink -> {
            for (int i = 0; i < products; i++) {
                sink.accept(new NodeRow(new Origin("products", i + 1), "p" + i, List.of()));
            }
        });
    }

    private RelationshipSection bought() {
        RelationshipShape shape = new RelationshipShape(
                "BOUGHT",
                NodeShape.of("Customer", "id").key(),
                NodeShape.of("Product", "sku").key(),
                List.of("quantity"),
                List.of(),
                distinct);
        return new RelationshipSection(shape, (long) customers * products / 3, sink -> {
            long line = 0;
            for (long customer = 0; customer < customers; customer++) {
                for (int product = (int) (customer % 3); product < products; product += 3) {
                    line++;
                    Origin origin = new Origin("purchases", line);
                    if (line % badEvery == 1 && badEvery < Integer.MAX_VALUE) {
                        sink.reject(new Rejection(origin, "quantity (x) must be a whole number.", "x"));
                    }
                    String sku = line % badEvery == 0 ? "missing" + line : "p" + product;
                    sink.accept(new RelationshipRow(origin, customer, sku, List.of(line % 7)));
                }
            }
        });
    }

    @Override
    public Map<String, Object> declaration() {
        return Map.of(
                "user", Map.of("label", "Customer", "key", "id"),
                "item", Map.of("label", "Product", "key", "sku"),
                "interactions", List.of(Map.of("type", "BOUGHT", "weight", "quantity")));
    }
}
