package dev.clew.core.declaration;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.PathType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.graph.Step;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.settings.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the nodes and relationships of somebody's Neo4j graph mean to a recommender. Read from the map given to {@code clew.graph.declare},
 * and written back as such a map for storing.
 *
 * <p>The {@linkplain #schema() schema} made from it lists node types in the order user, item, attribute labels as first named, and
 * relationship types in the order interactions, attributes, links as declared.
 */
public record Declaration(
        NodeDeclaration user,
        NodeDeclaration item,
        List<InteractionDeclaration> interactions,
        List<AttributeDeclaration> attributes,
        List<LinkDeclaration> links,
        List<PathDeclaration> paths) {

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.map("user", "label and key of users"),
            Parameter.map("item", "label and key of items"),
            Parameter.list("interactions", "what users do to items"),
            Parameter.list("attributes", "what items have"),
            Parameter.list("links", "other relationships worth walking"),
            Parameter.list("paths", "longer walks worth taking, and weights of walks"));

    public Declaration {
        interactions = List.copyOf(interactions);
        attributes = List.copyOf(attributes);
        links = List.copyOf(links);
        paths = List.copyOf(paths);
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("interactions must name at least one relationship type.");
        }
        distinctLabels(user, item, attributes);
        oneKeyPerLabel(attributes);
    }

    /**
     * Reads a declaration, checking everything that can be checked without the store.
     *
     * @throws IllegalArgumentException naming the part, for example {@code interactions[0]: Unknown option 'wieght'. Did you mean 'weight'? ...}
     */
    public static Declaration fromMap(Map<String, ?> map) {
        Settings settings = Settings.of(PARAMETERS, map);
        return new Declaration(
                        part("user", settings.map("user"), NodeDeclaration::user),
                        part("item", settings.map("item"), NodeDeclaration::item),
                        parts("interactions", settings, InteractionDeclaration::of),
                        parts("attributes", settings, AttributeDeclaration::of),
                        parts("links", settings, LinkDeclaration::of),
                        parts("paths", settings, PathDeclaration::of))
                .checked();
    }

    /** Refuses a path that cannot be walked, or that is called like another. */
    private Declaration checked() {
        Set<String> defaults = new TreeSet<>();
        defaultPaths(relationshipTypes()).forEach(path -> defaults.add(path.name()));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            try {
                check(paths.get(i), defaults, names);
            } catch (IllegalArgumentException invalid) {
                // Without the cause: Neo4j shows a caller the message of the innermost one, which does not know the
                // part.
                throw new IllegalArgumentException("paths[" + i + "]: " + invalid.getMessage());
            }
        }
        return this;
    }

    private void check(PathDeclaration path, Set<String> defaults, Set<String> names) {
        boolean isDefault = defaults.contains(path.name());
        if (!names.add(path.name())) {
            throw new IllegalArgumentException("name (" + path.name() + ") must differ from that of another path.");
        }
        if (path.steps().isEmpty() && !isDefault) {
            throw new IllegalArgumentException(
                    "name (" + path.name() + ") without steps must be that of a path that is there" + " anyway. "
                            + Suggestion.didYouMean(path.name(), defaults));
        }
        if (!path.steps().isEmpty()) {
            if (isDefault) {
                throw new IllegalArgumentException("name (" + path.name() + ") is that of a path that is there anyway."
                        + " Leave the steps out to weigh that one, or choose another name.");
            }
            steps().ways(path);
        }
    }

    private StepReader steps() {
        return new StepReader(this, relationshipTypes());
    }

    /**
     * The steps that a text means: {@code TYPE>} along the stored relationship, {@code <TYPE} against it, {@code TYPE} either way.
     *
     * @throws IllegalArgumentException if no such type is declared
     */
    public List<Step> steps(String text) {
        return steps().steps(text);
    }

    private static <T> List<T> parts(String name, Settings settings, Function<Map<String, ?>, T> reader) {
        List<T> parts = new ArrayList<>();
        for (Object element : settings.list(name)) {
            parts.add(part(name + "[" + parts.size() + "]", element, reader));
        }
        return parts;
    }

    private static <T> T part(String name, Object value, Function<Map<String, ?>, T> reader) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be a map.");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, element) -> named.put(String.valueOf(key), element));
        try {
            return reader.apply(named);
        } catch (IllegalArgumentException invalid) {
            // Without the cause: Neo4j shows a caller the message of the innermost one, which does not know the part.
            throw new IllegalArgumentException(name + ": " + invalid.getMessage());
        }
    }

    private static void distinctLabels(
            NodeDeclaration user, NodeDeclaration item, List<AttributeDeclaration> attributes) {
        if (user.label().equals(item.label())) {
            throw new IllegalArgumentException("item.label (" + item.label() + ") must differ from user.label.");
        }
        for (AttributeDeclaration attribute : attributes) {
            if (attribute.label().equals(user.label()) || attribute.label().equals(item.label())) {
                throw new IllegalArgumentException("attributes: label (" + attribute.label()
                        + ") must not be that of users or items. Relationships between items are declared as links.");
            }
        }
    }

    private static void oneKeyPerLabel(List<AttributeDeclaration> attributes) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (AttributeDeclaration attribute : attributes) {
            String other = keys.putIfAbsent(attribute.label(), attribute.key());
            if (other != null && !other.equals(attribute.key())) {
                throw new IllegalArgumentException("attributes: key (" + attribute.key() + ") must be '" + other
                        + "' as elsewhere for label " + attribute.label() + ".");
            }
        }
    }

    /** This declaration with every key type filled in that was left open. */
    public Declaration withKeyTypes(KeyTypes types) {
        return new Declaration(
                user.keyType() == null ? user.withKeyType(types.of(user.label(), user.key())) : user,
                item.keyType() == null ? item.withKeyType(types.of(item.label(), item.key())) : item,
                interactions,
                attributes.stream()
                        .map(it -> it.keyType() == null ? it.withKeyType(types.of(it.label(), it.key())) : it)
                        .toList(),
                links,
                paths);
    }

    /** This declaration with other paths. */
    public Declaration withPaths(List<PathDeclaration> others) {
        return new Declaration(user, item, interactions, attributes, links, others).checked();
    }

    /** This declaration with other weights of the paths named, whether they were declared or are there anyway. */
    public Declaration withPathWeights(Map<String, Double> weights) {
        Map<String, PathDeclaration> weighted = new LinkedHashMap<>();
        paths.forEach(path -> weighted.put(path.name(), path));
        weights.forEach((name, weight) -> {
            PathDeclaration declared = weighted.get(name);
            weighted.put(
                    name,
                    declared == null ? new PathDeclaration(name, List.of(), weight) : declared.withWeight(weight));
        });
        return withPaths(List.copyOf(weighted.values()));
    }

    /** Tells the type of a label's key property. */
    @FunctionalInterface
    public interface KeyTypes {
        KeyType of(String label, String key);
    }

    /**
     * The types of the graph this declares.
     *
     * @throws IllegalStateException while a key type is open; see {@link #withKeyTypes}
     */
    public GraphSchema schema() {
        List<RelationshipType> types = relationshipTypes();
        return new GraphSchema(nodeTypes(), types, paths(types), pathWeights());
    }

    /** Those of {@link PathType#defaults} that lead to items: a link that joins other things is walked as a part of declared paths only. */
    private List<PathType> defaultPaths(List<RelationshipType> types) {
        return PathType.defaults(types).stream()
                .filter(path -> path.steps().stream().map(Step::type).allMatch(this::mayLeadToItems))
                .toList();
    }

    private boolean mayLeadToItems(RelationshipType type) {
        return type.role() != RelationshipRole.LINK
                || (link(type).from() == NodeRole.ITEM && link(type).to() == NodeRole.ITEM);
    }

    private List<PathType> paths(List<RelationshipType> types) {
        List<PathType> walks = new ArrayList<>(defaultPaths(types));
        paths.stream().filter(path -> !path.steps().isEmpty()).forEach(path -> walks.addAll(steps().ways(path)));
        return walks;
    }

    private Map<String, Double> pathWeights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (PathDeclaration path : paths) {
            Double weight = path.weight();
            if (weight != null) {
                weights.put(path.name(), weight);
            }
        }
        return weights;
    }

    private List<NodeType> nodeTypes() {
        Map<String, NodeType> types = new LinkedHashMap<>();
        types.put(user.label(), new NodeType(0, NodeRole.USER, user.label(), resolved(user.keyType(), user.label())));
        types.put(item.label(), new NodeType(1, NodeRole.ITEM, item.label(), resolved(item.keyType(), item.label())));
        for (AttributeDeclaration attribute : attributes) {
            String label = attribute.label();
            types.putIfAbsent(
                    label, new NodeType(types.size(), NodeRole.ATTRIBUTE, label, resolved(attribute.keyType(), label)));
        }
        return List.copyOf(types.values());
    }

    private static KeyType resolved(@org.jspecify.annotations.Nullable KeyType type, String label) {
        if (type == null) {
            throw new IllegalStateException("The key type of " + label + " is not known yet.");
        }
        return type;
    }

    private List<RelationshipType> relationshipTypes() {
        List<RelationshipType> types = new ArrayList<>();
        for (InteractionDeclaration it : interactions) {
            types.add(type(types.size(), RelationshipRole.INTERACTION, it.type(), inWords(it.type())));
        }
        for (AttributeDeclaration it : attributes) {
            types.add(type(types.size(), RelationshipRole.ATTRIBUTE, it.type(), it.kind()));
        }
        for (LinkDeclaration it : links) {
            types.add(new RelationshipType(
                    types.size(), RelationshipRole.LINK, it.type(), inWords(it.type()), it.from(), it.to()));
        }
        return types;
    }

    private static RelationshipType type(int index, RelationshipRole role, String name, String kind) {
        return new RelationshipType(index, role, name, kind);
    }

    private static String inWords(String relationshipType) {
        return relationshipType.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The interaction declaration a relationship type of {@link #schema} stands for. */
    public InteractionDeclaration interaction(RelationshipType type) {
        return interactions.get(type.index());
    }

    /** The attribute declaration a relationship type of {@link #schema} stands for. */
    public AttributeDeclaration attribute(RelationshipType type) {
        return attributes.get(type.index() - interactions.size());
    }

    /** The link declaration a relationship type of {@link #schema} stands for. */
    public LinkDeclaration link(RelationshipType type) {
        return links.get(type.index() - interactions.size() - attributes.size());
    }

    /** The property people know nodes of a type by. */
    public String nameProperty(NodeType type) {
        return switch (type.role()) {
            case USER -> user.nameProperty();
            case ITEM -> item.nameProperty();
            case ATTRIBUTE -> firstAttribute(type).nameProperty();
        };
    }

    /** The property that identifies nodes of a type. */
    public String keyProperty(NodeType type) {
        return switch (type.role()) {
            case USER -> user.key();
            case ITEM -> item.key();
            case ATTRIBUTE -> firstAttribute(type).key();
        };
    }

    private AttributeDeclaration firstAttribute(NodeType type) {
        return Objects.requireNonNull(attributes.stream()
                .filter(it -> it.label().equals(type.label()))
                .findFirst()
                .orElse(null));
    }

    /** The map {@link #fromMap} reads back as an equal declaration. */
    public Map<String, Object> toMap() {
        return Fields.map(
                "user", user.toMap(),
                "item", item.toMap(),
                "interactions",
                        interactions.stream().map(InteractionDeclaration::toMap).toList(),
                "attributes",
                        attributes.stream().map(AttributeDeclaration::toMap).toList(),
                "links", links.stream().map(LinkDeclaration::toMap).toList(),
                "paths",
                        paths.isEmpty()
                                ? null
                                : paths.stream().map(PathDeclaration::toMap).toList());
    }
}
