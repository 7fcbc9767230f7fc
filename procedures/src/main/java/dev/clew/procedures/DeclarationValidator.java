package dev.clew.procedures;

import dev.clew.core.declaration.AttributeDeclaration;
import dev.clew.core.declaration.Declaration;
import dev.clew.core.declaration.InteractionDeclaration;
import dev.clew.core.declaration.LinkDeclaration;
import dev.clew.core.declaration.NodeDeclaration;
import dev.clew.core.graph.KeyType;
import dev.clew.core.settings.Suggestion;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** Holds a declaration against the stored schema: a name that is not there is most likely a typing error. */
final class DeclarationValidator {
    private final Transaction transaction;
    private final Set<String> labels;
    private final Set<String> relationshipTypes;
    private final Set<String> properties;

    DeclarationValidator(Transaction transaction) {
        this.transaction = transaction;
        this.labels = names(transaction.getAllLabels(), Label::name);
        this.relationshipTypes = names(transaction.getAllRelationshipTypes(), RelationshipType::name);
        this.properties = names(transaction.getAllPropertyKeys(), name -> name);
    }

    private static <T> Set<String> names(Iterable<T> things, java.util.function.Function<T, String> name) {
        return StreamSupport.stream(things.spliterator(), false)
                .map(name)
                .filter(it -> !it.startsWith("Clew") && !it.startsWith("clew"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The declaration with its key types read off the stored nodes.
     *
     * @throws IllegalArgumentException for a label, relationship type or property the store does not know, listing those it does
     */
    Declaration validated(Declaration declaration) {
        check("user", declaration.user());
        check("item", declaration.item());
        for (int i = 0; i < declaration.interactions().size(); i++) {
            check("interactions[" + i + "]", declaration.interactions().get(i));
        }
        for (int i = 0; i < declaration.attributes().size(); i++) {
            check("attributes[" + i + "]", declaration.attributes().get(i));
        }
        for (int i = 0; i < declaration.links().size(); i++) {
            check("links[" + i + "]", declaration.links().get(i));
        }
        return declaration.withKeyTypes(this::keyType);
    }

    private void check(String part, NodeDeclaration node) {
        known(part + ".label", node.label(), labels, "label");
        property(part + ".key", node.key());
        property(part + ".name", node.name());
        property(part + ".availableFrom", node.availableFrom());
        property(part + ".expiresAt", node.expiresAt());
    }

    private void check(String part, InteractionDeclaration interaction) {
        known(part + ".type", interaction.type(), relationshipTypes, "relationship type");
        property(part + ".weight", interaction.weight());
        property(part + ".time", interaction.time());
    }

    private void check(String part, AttributeDeclaration attribute) {
        known(part + ".type", attribute.type(), relationshipTypes, "relationship type");
        known(part + ".label", attribute.label(), labels, "label");
        property(part + ".key", attribute.key());
        property(part + ".name", attribute.name());
    }

    private void check(String part, LinkDeclaration link) {
        known(part + ".type", link.type(), relationshipTypes, "relationship type");
    }

    private void property(String part, @Nullable String name) {
        if (name != null) {
            known(part, name, properties, "property");
        }
    }

    private static void known(String part, String name, Set<String> known, String what) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(part + " (" + name + ") must be a " + what + " of this database. "
                    + Suggestion.didYouMean(name, known));
        }
    }

    /** The type of the first stored key; text while there is none. */
    private KeyType keyType(String label, String key) {
        try (var nodes = transaction.findNodes(Label.label(label))) {
            while (nodes.hasNext()) {
                Node node = nodes.next();
                Object stored = node.getProperty(key, null);
                if (stored != null) {
                    return keyType(label, key, stored);
                }
            }
        }
        return KeyType.STRING;
    }

    private static KeyType keyType(String label, String key, Object stored) {
        if (stored instanceof String || stored instanceof Long || stored instanceof Integer) {
            return KeyType.of(stored);
        }
        throw new IllegalArgumentException("key (" + key + ") of " + label + " must hold strings or integers; "
                + "a stored value is " + stored + " (" + stored.getClass().getSimpleName() + ").");
    }
}
