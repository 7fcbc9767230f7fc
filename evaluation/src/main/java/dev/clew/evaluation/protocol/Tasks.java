package dev.clew.evaluation.protocol;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.split.FoldInSplit;
import dev.clew.core.split.Split;
import dev.clew.core.split.Splits;
import dev.clew.evaluation.data.SourceGraph;
import java.io.IOException;
import java.time.Clock;

/**
 * Makes tasks from data. The moment asked about is that of the last interaction of the data before the split, so that items count as
 * available that came in the test period; data without times is asked about now.
 */
public final class Tasks {
    /** Validation pairs are drawn anew: the test's own draws leave none below its share. */
    private static final long VALIDATION = 0x5DEECE66DL;

    private final SourceGraph data;
    private final Protocol protocol;
    private final SplitSettings settings;
    private final Clock clock;

    /**
     * Tasks by one protocol.
     *
     * @throws IllegalArgumentException if the data has no test part and the protocol is {@link Protocol#GIVEN}
     */
    public Tasks(SourceGraph data, Protocol protocol, SplitSettings settings, Clock clock) {
        if (protocol == Protocol.GIVEN && !data.hasGivenTest()) {
            throw new IllegalArgumentException("protocol (given) needs data with its own test part, such as test.txt."
                    + " Choose random, leave-one-out, users, temporal or cold-items.");
        }
        this.data = data;
        this.protocol = protocol;
        this.settings = settings;
        this.clock = clock;
    }

    /** What fits the data: its test part if it has one, else the newest pairs if times are known, else pairs drawn at random. */
    public static Protocol defaultProtocol(SourceGraph data) {
        if (data.hasGivenTest()) {
            return Protocol.GIVEN;
        }
        return latestMillis(data.graph()) > 0 ? Protocol.TEMPORAL : Protocol.RANDOM;
    }

    /** The test task. For the final judgement only: whoever chooses by it can no longer judge by it. */
    public Task test() throws IOException {
        GraphSnapshot graph = data.graph();
        return switch (protocol) {
            case GIVEN -> new Task(protocol.label(), graph, graph, false, data.givenTest(), asOf(graph));
            case USERS -> foldIn(Splits.users(graph, settings.testShare(), settings.seed()), asOf(graph));
            default -> task(protocol.label(), split(graph), asOf(graph));
        };
    }

    /** A task made of the train part alone; a given test part is not opened. */
    public Task validation(ValidationProxy proxy) {
        GraphSnapshot train = train();
        return task(protocol.label() + "/validation-" + proxy.label(), split(train, proxy), asOf(train));
    }

    /**
     * A task made of all there is to train on, whatever the protocol would leave of it: for judging settings before they are trained on all of it. A
     * given test part is not opened.
     */
    public Task rehearsal(ValidationProxy proxy) {
        GraphSnapshot all = data.graph();
        return task("all/validation-" + proxy.label(), split(all, proxy), asOf(all));
    }

    /** What the protocol leaves for training. */
    private GraphSnapshot train() {
        GraphSnapshot graph = data.graph();
        return switch (protocol) {
            case GIVEN -> graph;
            case USERS ->
                Splits.users(graph, settings.testShare(), settings.seed()).train();
            default -> split(graph).train();
        };
    }

    private Split split(GraphSnapshot graph) {
        double share = settings.testShare();
        long seed = settings.seed();
        return switch (protocol) {
            case RANDOM -> Splits.random(graph, share, seed);
            case LEAVE_ONE_OUT -> Splits.leaveOneOut(graph, seed);
            case TEMPORAL -> Splits.past(graph, share);
            case COLD_ITEMS -> Splits.coldItems(graph, share, seed);
            case GIVEN, USERS -> throw new IllegalStateException(protocol + " is split elsewhere.");
        };
    }

    private Split split(GraphSnapshot train, ValidationProxy proxy) {
        double share = settings.validationShare();
        long seed = settings.seed() ^ VALIDATION;
        return switch (proxy) {
            case RANDOM -> Splits.random(train, share, seed);
            case LATEST -> Splits.past(train, share);
            case LOW_SUPPORT -> Splits.lowSupport(train, share, seed);
            case POPULAR -> Splits.popular(train, share, seed);
            case ITEMS -> Splits.coldItems(train, share, seed);
        };
    }

    private static Task task(String name, Split split, long asOfMillis) {
        return new Task(name, split.train(), split.train(), false, split.heldOut(), asOfMillis);
    }

    private Task foldIn(FoldInSplit split, long asOfMillis) {
        return new Task(protocol.label(), split.train(), split.histories(), true, split.heldOut(), asOfMillis);
    }

    private long asOf(GraphSnapshot graph) {
        long latest = latestMillis(graph);
        return latest > 0 ? latest : clock.millis();
    }

    private static long latestMillis(GraphSnapshot graph) {
        long latest = 0;
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.INTERACTION)) {
            Neighbours row = graph.neighbours(type, Direction.OUT);
            for (int user = 0; user < graph.nodeCount(); user++) {
                row.at(user);
                for (int i = 0; i < row.size(); i++) {
                    latest = Math.max(latest, row.timeMillis(i));
                }
            }
        }
        return latest;
    }
}
