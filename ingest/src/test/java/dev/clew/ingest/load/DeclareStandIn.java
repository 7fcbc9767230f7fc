package dev.clew.ingest.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Stands in for the plugin's procedure: notes what it was given. */
public final class DeclareStandIn {
    static final List<Call> CALLS = new CopyOnWriteArrayList<>();

    record Call(String name, Map<String, Object> declaration) {}

    public record Row(String name, long version) {}

    @Procedure(name = "clew.graph.declare", mode = Mode.WRITE)
    public Stream<Row> declare(@Name("name") String name, @Name("declaration") Map<String, Object> declaration) {
        if (name.equals("refused")) {
            throw new IllegalArgumentException("item.label (Movie) must exist.");
        }
        CALLS.add(new Call(name, declaration));
        return Stream.of(new Row(name, CALLS.size()));
    }
}
