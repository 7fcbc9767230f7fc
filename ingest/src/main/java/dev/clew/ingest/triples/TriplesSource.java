package dev.clew.ingest.triples;

import dev.clew.ingest.file.Fingerprint;
import dev.clew.ingest.file.RepeatedPairs;
import dev.clew.ingest.file.TextFile;
import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.source.NodeKey;
import dev.clew.ingest.source.NodeRow;
import dev.clew.ingest.source.NodeSection;
import dev.clew.ingest.source.NodeShape;
import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.RecordSink;
import dev.clew.ingest.source.RelationshipRow;
import dev.clew.ingest.source.RelationshipSection;
import dev.clew.ingest.source.RelationshipShape;
import dev.clew.ingest.source.Section;
import dev.clew.ingest.triples.KnowledgeGraph.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbered interactions with a knowledge graph, as {@code (:User)-[:INTERACTED]->(:Item)-[:RELATION_n]->(:Entity)}, entities also among
 * each other.
 *
 * <p>Reads {@code train.txt} and {@code test.txt} or {@code train_1.txt} and {@code test_1.txt} ({@code user item item ...}),
 * {@code kg_final.txt} or {@code kg.txt} ({@code head relation tail}) and, for names, {@code item_list.txt} and {@code entity_list.txt};
 * each may have {@code .gz} added, all but train may be absent. Ids below the item count are the items; that count is one more than the
 * largest item id in train, test and the item list. Only train is loaded; test is {@linkplain #heldOut held out}, but its users and
 * items exist as nodes.
 *
 * <p>Interactions stream. Memory holds one bit for each user and entity, the names, and the {@linkplain KnowledgeGraph triples} as longs.
 */
public final class TriplesSource implements GraphSource {
    private static final NodeKey USER = new NodeKey("User", "id");
    private static final NodeKey ITEM = new NodeKey("Item", "id");
    private static final NodeKey ENTITY = new NodeKey("Entity", "id");

    private final InteractionFile train;
    private final InteractionSurvey trainSurvey;
    private final @Nullable InteractionFile test;
    private final @Nullable InteractionSurvey testSurvey;
    private final @Nullable KnowledgeGraph knowledge;
    private final @Nullable NameList itemNames;
    private final @Nullable NameList entityNames;
    private final BitSet users;
    private final int itemCount;
    private final String fingerprint;

    private TriplesSource(Path directory) throws IOException {
        this.train = new InteractionFile(
                trainFile(directory)
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        directory
                                                + " has no train.txt, train_1.txt or either with .gz. Maybe the data lies in another folder.")));
        Optional<TextFile> testFile = either(directory, "test.txt", "test_1.txt");
        Optional<TextFile> knowledgeFile = either(directory, "kg_final.txt", "kg.txt");
        this.test = testFile.map(InteractionFile::new).orElse(null);
        this.trainSurvey = InteractionSurvey.of(train);
        this.testSurvey = test == null ? null : InteractionSurvey.of(test);
        this.itemNames = NameList.find(directory, "item_list.txt").orElse(null);
        this.entityNames = NameList.find(directory, "entity_list.txt").orElse(null);
        this.itemCount = itemCount();
        this.users = users();
        this.knowledge = knowledgeFile.isPresent() ? KnowledgeGraph.read(knowledgeFile.get(), itemCount) : null;
        this.fingerprint = fingerprint(directory, testFile, knowledgeFile);
    }

    /** Whether a folder looks like this layout, by the names of its files. */
    public static boolean isIn(Path directory) {
        return trainFile(directory).isPresent();
    }

    /**
     * Opens the data in a folder.
     *
     * @throws IllegalArgumentException if there is no train file
     */
    public static TriplesSource open(Path directory) throws IOException {
        return new TriplesSource(directory);
    }

    private static Optional<TextFile> trainFile(Path directory) {
        return either(directory, "train.txt", "train_1.txt");
    }

    private static Optional<TextFile> either(Path directory, String first, String second) {
        return TextFile.find(directory, first).or(() -> TextFile.find(directory, second));
    }

    private int itemCount() {
        int largest = trainSurvey.largestItem();
        if (testSurvey != null) {
            largest = Math.max(largest, testSurvey.largestItem());
        }
        if (itemNames != null) {
            largest = Math.max(largest, itemNames.largest());
        }
        return largest + 1;
    }

    private BitSet users() {
        BitSet all = (BitSet) trainSurvey.users().clone();
        if (testSurvey != null) {
            all.or(testSurvey.users());
        }
        return all;
    }

    private String fingerprint(Path directory, Optional<TextFile> testFile, Optional<TextFile> knowledgeFile)
            throws IOException {
        Fingerprint digest = new Fingerprint("triples");
        List<TextFile> files = new ArrayList<>(List.of(train.file()));
        testFile.ifPresent(files::add);
        knowledgeFile.ifPresent(files::add);
        TextFile.find(directory, "item_list.txt").ifPresent(files::add);
        TextFile.find(directory, "entity_list.txt").ifPresent(files::add);
        for (TextFile file : files) {
            digest.add(file);
        }
        return digest.finish();
    }

    @Override
    public String name() {
        return "triples";
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>(
                List.of(nodes(USER, users, train.file(), null), nodes(ITEM, items(), train.file(), itemNames)));
        if (knowledge != null) {
            sections.add(nodes(ENTITY, knowledge.entities(), knowledge.file(), entityNames));
        }
        sections.add(interactions(train, trainSurvey));
        if (knowledge != null) {
            sections.addAll(relations(knowledge));
        }
        return sections;
    }

    private BitSet items() {
        BitSet items = new BitSet(itemCount);
        items.set(0, itemCount);
        return items;
    }

    private static NodeSection nodes(NodeKey key, BitSet ids, TextFile file, @Nullable NameList names) {
        Origin origin = file.origin(0);
        return new NodeSection(
                new NodeShape(key, names == null ? List.of() : List.of("name"), List.of()),
                ids.cardinality(),
                sink -> ids.stream().forEach(id -> sink.accept(new NodeRow(origin, (long) id, name(id, names)))));
    }

    private static List<@Nullable Object> name(int id, @Nullable NameList names) {
        return names == null ? List.of() : Collections.singletonList(names.name(id));
    }

    @Override
    public List<RelationshipSection> heldOut() {
        return test == null || testSurvey == null ? List.of() : List.of(interactions(test, testSurvey));
    }

    private static RelationshipSection interactions(InteractionFile file, InteractionSurvey survey) {
        RelationshipShape shape = survey.hasOneLinePerUser()
                ? RelationshipShape.distinct(USER, "INTERACTED", ITEM)
                : RelationshipShape.repeatable(USER, "INTERACTED", ITEM);
        return new RelationshipSection(shape, survey.count(), sink -> readInteractions(file, sink));
    }

    private static void readInteractions(InteractionFile file, RecordSink<RelationshipRow> sink) throws IOException {
        RepeatedPairs pairs = new RepeatedPairs();
        file.read(
                (line, user, items) -> {
                    Origin origin = file.file().origin(line);
                    for (int item : items) {
                        if (pairs.isRepeated(line, item)) {
                            sink.duplicate();
                        } else {
                            sink.accept(row(origin, user, item));
                        }
                    }
                },
                sink::reject);
    }

    private static RelationshipRow row(Origin origin, int from, int to) {
        return new RelationshipRow(origin, (long) from, (long) to, List.of());
    }

    /** Lines that are no triples are reported with the first relation. */
    private static List<RelationshipSection> relations(KnowledgeGraph knowledge) {
        List<Group> groups = knowledge.groups();
        return IntStream.range(0, groups.size())
                .mapToObj(index -> relation(knowledge, groups.get(index), index == 0))
                .toList();
    }

    private static RelationshipSection relation(KnowledgeGraph knowledge, Group group, boolean first) {
        RelationshipShape shape = RelationshipShape.distinct(end(group.fromItem()), group.type(), end(group.toItem()));
        return new RelationshipSection(shape, knowledge.triples(group).size(), sink -> {
            if (first) {
                knowledge.rejections().forEach(sink::reject);
            }
            readRelation(knowledge, group, sink);
        });
    }

    private static NodeKey end(boolean isItem) {
        return isItem ? ITEM : ENTITY;
    }

    private static void readRelation(KnowledgeGraph knowledge, Group group, RecordSink<RelationshipRow> sink) {
        Origin origin = knowledge.file().origin(0);
        LongList triples = knowledge.triples(group);
        for (int i = 0; i < triples.size(); i++) {
            long triple = triples.get(i);
            if (i > 0 && triple == triples.get(i - 1)) {
                sink.duplicate();
            } else {
                sink.accept(row(origin, (int) (triple >>> 32), (int) triple));
            }
        }
    }

    @Override
    public Map<String, Object> declaration() {
        List<Group> groups = knowledge == null ? List.of() : knowledge.groups();
        return new TripleDeclaration(groups, itemNames != null, entityNames != null).toMap();
    }
}
