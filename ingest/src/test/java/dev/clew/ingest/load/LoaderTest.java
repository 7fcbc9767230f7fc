package dev.clew.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** 30 customers, 30 products, ten purchases each. */
    private static final TestSource SOURCE = TestSource.good(30, 30);

    private static final LoadOptions SMALL_BATCHES = LoadOptions.DEFAULT.withBatchSize(30);

    private static LoadSummary load(TestSource source, LoadOptions options) {
        return new Loader(DATABASE.driver(), options, LoadListener.NONE).load(source);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void writesEveryRowWhateverTheNumberOfWriters(int writers) {
        LoadSummary summary = load(SOURCE, SMALL_BATCHES.withWriters(writers));

        assertThat(DATABASE.count("(:Customer)")).isEqualTo(30);
        assertThat(DATABASE.count("(:Product)")).isEqualTo(30);
        assertThat(DATABASE.count("(:Customer)-[:BOUGHT]->(:Product)")).isEqualTo(300);
        assertThat(summary.outcome()).isEqualTo(LoadSummary.Outcome.LOADED);
        assertThat(summary.read()).isEqualTo(360);
        assertThat(summary.created()).isEqualTo(360);
        assertThat(summary.rejected()).isZero();
    }

    @Test
    void keepsPropertiesOfNodesAndRelationships() {
        load(SOURCE, SMALL_BATCHES);

        var row = DATABASE.query(
                        "MATCH (c:Customer {id: 1})-[r:BOUGHT]->(:Product {sku: 'p4'}) RETURN c.name AS name, r.quantity AS quantity")
                .get(0);
        assertThat(row.get("name").asString()).isEqualTo("customer 1");
        // Customer 0 bought ten, so this is line 12, and 12 mod 7 is 5.
        assertThat(row.get("quantity").asLong()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void changesNothingWhenRunTwice(boolean distinct) {
        TestSource source = new TestSource(30, 30, distinct, Integer.MAX_VALUE);
        load(source, SMALL_BATCHES);
        List<String> before = DATABASE.contents();

        LoadSummary again = load(source, SMALL_BATCHES);

        assertThat(again.outcome()).isEqualTo(LoadSummary.Outcome.RELOADED);
        assertThat(again.created()).isZero();
        assertThat(again.read()).isEqualTo(360);
        assertThat(DATABASE.contents()).isEqualTo(before).hasSize(60);
    }

    @Test
    void putsBackWhatWasDeletedWhenRunAgain() {
        load(SOURCE, SMALL_BATCHES);
        List<String> before = DATABASE.contents();
        DATABASE.query("MATCH (:Customer {id: 3})-[r:BOUGHT]->() DELETE r");

        LoadSummary again = load(SOURCE, SMALL_BATCHES);

        assertThat(again.created()).isEqualTo(10);
        assertThat(DATABASE.contents()).isEqualTo(before);
    }

    @Test
    void leavesCompletedDataAloneWhenAskedTo() {
        load(SOURCE, SMALL_BATCHES);
        DATABASE.query("MATCH (:Customer {id: 3})-[r:BOUGHT]->() DELETE r");

        LoadSummary again = load(SOURCE, SMALL_BATCHES.withSkipCompleted(true));

        assertThat(again.outcome()).isEqualTo(LoadSummary.Outcome.SKIPPED);
        assertThat(DATABASE.count("()-[:BOUGHT]->()")).isEqualTo(290);
        assertThat(again.declared()).isTrue();
    }

    @Test
    void mergesIntoATypeThatIsAlreadyThere() {
        DATABASE.query("CREATE (:Customer {id: 0})-[:BOUGHT {gift: true}]->(:Product {sku: 'p0'})");

        LoadSummary summary = load(SOURCE, SMALL_BATCHES);

        assertThat(DATABASE.count("()-[:BOUGHT]->()")).isEqualTo(300);
        assertThat(DATABASE.count("(:Customer {id: 0})-[:BOUGHT {gift: true, quantity: 1}]->()"))
                .isEqualTo(1);
        assertThat(summary.created()).isEqualTo(360 - 3);
    }

    @Test
    void goesOnAfterAFailureAndEndsWithTheSameGraph() {
        load(SOURCE, SMALL_BATCHES.withWriters(1));
        List<String> wanted = DATABASE.contents();
        DATABASE.empty();
        LoadListener failing = progress -> {
            if (progress.section().equals("BOUGHT") && progress.rows() >= 90) {
                throw new IllegalStateException("the cable was pulled");
            }
        };
        Loader loader = new Loader(DATABASE.driver(), SMALL_BATCHES, failing);
        assertThatThrownBy(() -> loader.load(SOURCE))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("cable");
        assertThat(DATABASE.count("()-[:BOUGHT]->()")).isBetween(60L, 200L);

        // Other options than before: a continued load keeps the batches it began with.
        LoadSummary rest = load(SOURCE, LoadOptions.DEFAULT.withBatchSize(100).withWriters(1));

        assertThat(rest.outcome()).isEqualTo(LoadSummary.Outcome.CONTINUED);
        assertThat(rest.sections().get(2).resumed()).isGreaterThanOrEqualTo(60);
        assertThat(DATABASE.contents()).isEqualTo(wanted);
    }

    @Test
    void createsConstraintsBeforeRows() {
        DATABASE.dropSchema();

        load(SOURCE, SMALL_BATCHES);

        assertThat(DATABASE.query("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name"))
                .extracting(row -> row.get("name").asString())
                .containsExactly("clew_load_id", "clew_load_lane_id", "customer_id", "product_sku");
    }

    @Test
    void setsBadRowsAsideWithLineAndReason(@TempDir Path directory) throws IOException {
        Path rejects = directory.resolve("state/rejects.csv");
        // Of 300 purchases, lines 1, 101, 201 follow a bad row and lines 100, 200, 300 name no product.
        TestSource source = new TestSource(30, 30, true, 100);

        LoadSummary summary = load(source, SMALL_BATCHES.withRejectFile(rejects));

        assertThat(summary.rejected()).isEqualTo(6);
        assertThat(summary.sections().get(2).rejected()).isEqualTo(6);
        assertThat(DATABASE.count("()-[:BOUGHT]->()")).isEqualTo(297);
        assertThat(Files.readAllLines(rejects)).hasSize(7).element(0).isEqualTo("batch,file,line,reason,row");
        assertThat(Files.readString(rejects))
                .contains("purchases,101,quantity (x) must be a whole number.,x")
                .contains("purchases,200,\"BOUGHT needs a Product with sku missing200, and there is none.\"");
    }

    @Test
    void givesUpWhenMoreRowsAreBadThanAllowed(@TempDir Path directory) {
        TestSource source = new TestSource(30, 30, true, 10);
        Path rejects = directory.resolve("rejects.csv");

        assertThatThrownBy(() -> load(source, SMALL_BATCHES.withMaxRejects(5).withRejectFile(rejects)))
                .isInstanceOf(TooManyRejectsException.class)
                .hasMessageContaining("must be at most 5. The last: purchases line")
                .hasMessageContaining(rejects.toString())
                .hasMessageContaining("--max-rejects");
        assertThat(rejects).content().contains("purchases,11,");
    }

    @Test
    void countsEachBadRowOnceThoughTheLoadWasInterrupted(@TempDir Path directory) throws IOException {
        TestSource source = new TestSource(30, 30, true, 20);
        Path rejects = directory.resolve("rejects.csv");
        LoadOptions options = SMALL_BATCHES.withRejectFile(rejects);
        LoadListener failing = progress -> {
            if (progress.section().equals("BOUGHT") && progress.rows() >= 150) {
                throw new IllegalStateException("the cable was pulled");
            }
        };
        Loader loader = new Loader(DATABASE.driver(), options, failing);
        assertThatThrownBy(() -> loader.load(source)).isInstanceOf(LoadException.class);
        // As if killed between writing a bad row and committing its batch, and in the middle of a line.
        Files.writeString(rejects, Files.readString(rejects) + "9999,purchases,1,never committed,x\n77,purch");

        LoadSummary rest = load(source, options);

        assertThat(rest.rejected()).isEqualTo(30);
        assertThat(Files.readAllLines(rejects)).hasSize(31).noneMatch(line -> line.contains("never"));
        assertThat(DATABASE.count("()-[:BOUGHT]->()")).isEqualTo(285);
    }

    @Test
    void refusesWhenAnotherProcessLoadsTheSameData() {
        LoadListener other = progress -> DATABASE.query("MATCH (lane:ClewLoadLane) SET lane.batch = 1000");
        Loader loader = new Loader(DATABASE.driver(), SMALL_BATCHES, other);

        assertThatThrownBy(() -> loader.load(SOURCE))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("Another process is loading the same data");
    }

    @Test
    void declaresTheGraphUnderTheNameGiven() {
        LoadSummary summary = load(SOURCE, SMALL_BATCHES.withGraph("shop"));

        assertThat(summary.declared()).isTrue();
        assertThat(DeclareStandIn.CALLS).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("shop");
            assertThat(call.declaration()).isEqualTo(SOURCE.declaration());
        });
    }

    @Test
    void declaresNothingWhenToldNotTo() {
        LoadSummary summary = load(SOURCE, SMALL_BATCHES.withDeclare(false));

        assertThat(summary.declared()).isFalse();
        assertThat(DeclareStandIn.CALLS).isEmpty();
    }

    @Test
    void saysThatTheDataIsLoadedWhenTheDeclarationIsRefused() {
        assertThatThrownBy(() -> load(SOURCE, SMALL_BATCHES.withGraph("refused")))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("The data is loaded, but graph 'refused' could not be declared")
                .hasMessageContaining("item.label (Movie) must exist.");
        assertThat(DATABASE.count("()-[:BOUGHT]->()")).isEqualTo(300);
    }

    @Test
    void reportsProgressUpToTheLastRow() {
        List<LoadProgress> seen = Collections.synchronizedList(new ArrayList<>());

        new Loader(DATABASE.driver(), SMALL_BATCHES, seen::add).load(SOURCE);

        assertThat(seen.get(seen.size() - 1).section()).isEqualTo("BOUGHT");
        assertThat(seen.get(seen.size() - 1).rows()).isEqualTo(300);
        assertThat(seen)
                .allSatisfy(progress -> assertThat(progress.rows()).isLessThanOrEqualTo(progress.estimatedRows()));
        assertThat(seen)
                .allSatisfy(progress -> assertThat(progress.rowsPerSecond()).isPositive());
    }
}
