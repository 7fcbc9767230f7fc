package dev.clew.evaluation.metric;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.List;

/**
 * A graph for tests, written as one line of words for each user: what they liked, each perhaps with a day after a colon. Users are u0, u1, ... and
 * node numbers 0, 1, ...; items and genres are named.
 */
public final class SmallGraph {
    public static final RelationshipType LIKES =
            new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes");
    public static final RelationshipType GENRE =
            new RelationshipType(1, RelationshipRole.ATTRIBUTE, "IN_GENRE", "genre");
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.STRING),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.STRING),
                    new NodeType(2, NodeRole.ATTRIBUTE, "Genre", KeyType.STRING)),
            List.of(LIKES, GENRE));
    private static final long DAY = 86_400_000L;

    private final GraphBuilder builder = new GraphBuilder(SCHEMA);
    private final List<String> names;
    private final int users;
    private long nextId;

    private SmallGraph(int users, List<String> items, List<String> genres) {
        this.users = users;
        for (int user = 0; user < users; user++) {
            builder.addNode(new GraphNode(0, "u" + user, user));
        }
        items.forEach(item -> builder.addNode(new GraphNode(1, item, users + items.indexOf(item))));
        genres.forEach(genre -> builder.addNode(new GraphNode(2, genre, users + items.size() + genres.indexOf(genre))));
        this.names =
                java.util.stream.Stream.concat(items.stream(), genres.stream()).toList();
    }

    /**
     * @param items names, each perhaps with genres: {@code "a=drama,war b=war c"}
     * @param likes one text for each user: {@code "a b:3"}
     */
    public static GraphSnapshot of(String items, String... likes) {
        List<String> entries = List.of(items.split(" "));
        List<String> genres = entries.stream()
                .flatMap(entry -> genres(entry).stream())
                .distinct()
                .toList();
        SmallGraph graph = new SmallGraph(
                likes.length, entries.stream().map(entry -> entry.split("=")[0]).toList(), genres);
        entries.forEach(entry -> genres(entry)
                .forEach(genre -> graph.add(GENRE, graph.node(entry.split("=")[0]), graph.node(genre), 0)));
        for (int user = 0; user < likes.length; user++) {
            graph.addLikes(user, likes[user]);
        }
        return graph.builder.build(1);
    }

    private static List<String> genres(String entry) {
        String[] parts = entry.split("=");
        return parts.length == 1 ? List.of() : List.of(parts[1].split(","));
    }

    private void addLikes(int user, String likes) {
        for (String like : likes.isBlank() ? new String[0] : likes.split(" ")) {
            String[] parts = like.split(":");
            add(LIKES, user, node(parts[0]), parts.length == 1 ? 0 : Long.parseLong(parts[1]) * DAY);
        }
    }

    private int node(String name) {
        return users + names.indexOf(name);
    }

    private void add(RelationshipType type, int from, int to, long timeMillis) {
        builder.addRelationship(type, from, to, 1, timeMillis, nextId++);
    }

    /** The number of an item. */
    public static int item(GraphSnapshot graph, String name) {
        return graph.find(SCHEMA.item(), name);
    }
}
