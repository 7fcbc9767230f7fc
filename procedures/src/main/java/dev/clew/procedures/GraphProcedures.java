package dev.clew.procedures;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.MemoryEstimate;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.procedures.hook.DatabaseHook;
import dev.clew.procedures.live.DeclarationStore;
import dev.clew.procedures.live.DeclaredSize;
import dev.clew.procedures.live.HeapRule;
import dev.clew.procedures.live.LiveGraph;
import dev.clew.procedures.live.LiveGraphs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Declaring graphs, and looking after them. */
@NullUnmarked
public final class GraphProcedures {
    private static final long PATIENCE_SECONDS = 30;
    private static final List<Parameter> VERIFICATION = List.of(
            Parameter.integer("maxDifferences", 20, 1, 10_000, "differences to tell"),
            Parameter.integer("timeoutMillis", 600_000, 1, 86_400_000, "longest time to wait for the comparison"));

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    /** A declaration as it was written. */
    public record DeclaredRow(String name, long version, String state) {}

    /**
     * How large a graph would be.
     *
     * @param heapBytes the process's largest heap, of which all graphs together may take two fifths
     * @param message what to do if it does not fit
     */
    public record EstimateRow(
            long nodes, long relationships, long bytes, long heapBytes, boolean fits, String message) {}

    /** Whether the snapshot was what the store says, and where it was not. */
    public record VerificationRow(String name, boolean clean, List<String> differences) {}

    /** A declaration that is gone. */
    public record DroppedRow(String name) {}

    @Procedure(name = "clew.graph.declare", mode = Mode.WRITE)
    @Description(
            "Says what users, items, interactions and attributes are in this database. Takes effect when the transaction commits; the snapshot is then built in the background.")
    public Stream<DeclaredRow> declare(
            @Name("name") String name, @Name("declaration") Map<String, Object> declaration) {
        // Without its hook the declaration would be stored and never take effect.
        DatabaseHook.graphsOf(database);
        GraphName.check(name);
        Declaration valid = validated(declaration);
        heapBesides(name).check(DeclaredSize.of(valid, transaction));
        DeclarationStore.Declared declared = DeclarationStore.write(transaction, name, valid);
        return Stream.of(new DeclaredRow(name, declared.version(), "building"));
    }

    @Procedure(name = "clew.graph.estimate", mode = Mode.READ)
    @Description(
            "How much memory a graph would take, told from the counts of its labels and relationship types, and whether the heap has room for it.")
    public Stream<EstimateRow> estimate(@Name("declaration") Map<String, Object> declaration) {
        MemoryEstimate size = DeclaredSize.of(validated(declaration), transaction);
        HeapRule heap = heapBesides("");
        return Stream.of(new EstimateRow(
                size.nodes(),
                size.relationships(),
                size.bytes(),
                heap.heapBytes(),
                heap.fits(size),
                heap.message(size)));
    }

    private Declaration validated(Map<String, Object> declaration) {
        return new DeclarationValidator(transaction).validated(Declaration.fromMap(declaration));
    }

    /** The heap, and what the graphs of other names take of it. */
    private HeapRule heapBesides(String name) {
        long taken = graphs().statuses(deadline()).stream()
                .filter(status -> !status.declared().name().equals(name))
                .map(LiveGraph.Status::snapshot)
                .filter(Objects::nonNull)
                .mapToLong(GraphSnapshot::memoryBytes)
                .sum();
        return new HeapRule(Runtime.getRuntime().maxMemory(), taken);
    }

    @Procedure(name = "clew.graph.list", mode = Mode.READ)
    @Description("The declared graphs and how their snapshots are.")
    public Stream<GraphRow> list() {
        return graphs().statuses(deadline()).stream().map(GraphRow::of);
    }

    @Procedure(name = "clew.graph.status", mode = Mode.READ)
    @Description("How the snapshot of one declared graph is; without a name, of the default one.")
    public Stream<GraphRow> status(@Name(value = "name", defaultValue = "") String name) {
        return Stream.of(GraphRow.of(named(name).status()));
    }

    @Procedure(name = "clew.graph.drop", mode = Mode.WRITE)
    @Description("Forgets a declaration. Users, items and everything else in the database stay.")
    public Stream<DroppedRow> drop(@Name("name") String name) {
        if (!DeclarationStore.delete(transaction, name)) {
            named(name);
            throw new IllegalArgumentException("graph (" + name + ") is not declared.");
        }
        return Stream.of(new DroppedRow(name));
    }

    @Procedure(name = "clew.graph.verify", mode = Mode.READ)
    @Description("Compares the snapshot with the store and, on any difference, serves the store's state from then on.")
    public Stream<VerificationRow> verify(
            @Name(value = "name", defaultValue = "") String name,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        Settings settings = Settings.of(VERIFICATION, options);
        LiveGraph graph = named(name);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.integer("timeoutMillis"));
        List<String> differences = graphs().verify(graph, (int) settings.integer("maxDifferences"), deadline);
        return Stream.of(new VerificationRow(graph.name(), differences.isEmpty(), differences));
    }

    @Procedure(name = "clew.graph.stream", mode = Mode.READ)
    @Description(
            "Everything in a declared graph as rows: nodes first, then relationships, signs and weights read as declared.")
    public Stream<StreamRow> stream(@Name(value = "name", defaultValue = "") String name) {
        return StreamRow.all(named(name).await(deadline()));
    }

    private LiveGraph named(String name) {
        return graphs().named(Optional.ofNullable(name).filter(it -> !it.isEmpty()), deadline());
    }

    private LiveGraphs graphs() {
        return DatabaseHook.graphsOf(database);
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    }
}
