package dev.clew.procedures.live;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.declaration.InteractionDeclaration;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.MemoryEstimate;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * How large a declared graph will be, by the counts that Neo4j keeps of each label and relationship type: no node is read. What lies between other
 * nodes than declared is counted too, so that it is rather too much.
 */
public final class DeclaredSize {
    private final Declaration declaration;
    private final GraphSchema schema;
    private final Transaction transaction;
    private final MemoryEstimate estimate = new MemoryEstimate();

    private DeclaredSize(Declaration declaration, Transaction transaction) {
        this.declaration = declaration;
        this.schema = declaration.schema();
        this.transaction = transaction;
    }

    /**
     * The graph's size.
     *
     * @param declaration one whose labels and relationship types were checked to be those of the database
     */
    public static MemoryEstimate of(Declaration declaration, Transaction transaction) {
        DeclaredSize size = new DeclaredSize(declaration, transaction);
        size.schema.nodeTypes().forEach(size::add);
        size.schema.relationshipTypes().forEach(size::add);
        return size.estimate;
    }

    private void add(NodeType type) {
        boolean dated = type.role() == NodeRole.ITEM
                && (declaration.item().availableFrom() != null
                        || declaration.item().expiresAt() != null);
        estimate.addNodes(nodes(type), type.keyType(), dated);
    }

    private void add(RelationshipType type) {
        long count = relationships(type);
        if (type.role() == RelationshipRole.INTERACTION) {
            InteractionDeclaration interaction = declaration.interaction(type);
            long ends = nodes(schema.user()) + nodes(schema.item());
            estimate.addRelationships(count, ends, interaction.weight() != null, interaction.time() != null);
        } else {
            estimate.addRelationships(count, Math.min(estimate.nodes(), 2 * count), false, false);
        }
    }

    private long relationships(RelationshipType type) {
        if (!isPlain(type.name())) {
            return counted(transaction.findRelationships(org.neo4j.graphdb.RelationshipType.withName(type.name())));
        }
        return count("MATCH ()-[r:" + quoted(type.name()) + "]->() RETURN count(r) AS count");
    }

    private long nodes(NodeType type) {
        if (!isPlain(type.label())) {
            return counted(transaction.findNodes(Label.label(type.label())));
        }
        return count("MATCH (n:" + quoted(type.label()) + ") RETURN count(n) AS count");
    }

    /** A pattern of one label or one type is answered from the count store; a parameter in its place would not be. */
    private long count(String statement) {
        try (var result = transaction.execute(statement)) {
            return result.<Long>columnAs("count").next();
        }
    }

    /** Cypher reads escapes of characters before anything else, in quoted names too: no name with a backslash gets into a statement. */
    private static boolean isPlain(String name) {
        return name.indexOf('\\') < 0;
    }

    private static long counted(ResourceIterator<?> entities) {
        try (entities) {
            return entities.stream().count();
        }
    }

    private static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
