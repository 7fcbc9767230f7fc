package dev.clew.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.ActionContribution;
import dev.clew.core.ledger.AttributeContribution;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.ledger.PopularityContribution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final int RATED = 0;
    private static final int ADDED_TO_CART = 1;
    private static final int DIRECTED = 2;
    private static final int ACTED_IN = 3;
    private static final int SEQUEL_OF = 4;
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.STRING),
                    new NodeType(1, NodeRole.ITEM, "Movie", KeyType.STRING),
                    new NodeType(2, NodeRole.ATTRIBUTE, "Person", KeyType.STRING)),
            List.of(
                    new RelationshipType(RATED, RelationshipRole.INTERACTION, "RATED", "rated"),
                    new RelationshipType(ADDED_TO_CART, RelationshipRole.INTERACTION, "ADDED_TO_CART", "added to cart"),
                    new RelationshipType(DIRECTED, RelationshipRole.ATTRIBUTE, "DIRECTED", "director"),
                    new RelationshipType(ACTED_IN, RelationshipRole.ATTRIBUTE, "ACTED_IN", "actor"),
                    new RelationshipType(SEQUEL_OF, RelationshipRole.LINK, "SEQUEL_OF", "sequel of")));

    /** Relationship ids count from 1000 in the order written. */
    private static final GraphSnapshot GRAPH = GraphFixture.parse(
                    SCHEMA,
                    "Ann-RATED->Alien, Bob-RATED->Alien, Bob-RATED->Blade Runner, Cid-RATED->Alien, Cid-RATED->Blade Runner,"
                            + " Ann-RATED->Unforgiven, Ann-RATED->Gran Torino, Alien-DIRECTED->Ridley Scott,"
                            + " Blade Runner-DIRECTED->Ridley Scott, Unforgiven-DIRECTED->Clint Eastwood,"
                            + " Gran Torino-ACTED_IN->Clint Eastwood, Ann-RATED->Aliens, Aliens-SEQUEL_OF->Alien")
            .build();

    private static final Explainer EXPLAINER = new Explainer(GRAPH, node -> (String) GRAPH.key(node));

    @Test
    void tellsASharedAttribute() {
        assertThat(sentence(1, path("Ann RATED Alien DIRECTED Ridley Scott DIRECTED Blade Runner")))
                .isEqualTo("You rated Alien; Blade Runner has the same director, Ridley Scott.");
    }

    @Test
    void tellsAPersonWhoIsSomethingElseToEachItem() {
        assertThat(sentence(1, path("Ann RATED Unforgiven DIRECTED Clint Eastwood ACTED_IN Gran Torino")))
                .isEqualTo("You rated Unforgiven; Clint Eastwood is its director and the actor of Gran Torino.");
    }

    @Test
    void tellsWhatSomebodyElseDidWithoutNamingThem() {
        assertThat(sentence(1, path("Ann RATED Alien RATED Bob RATED Blade Runner")))
                .isEqualTo("You rated Alien; someone who also rated it rated Blade Runner.");
        assertThat(sentence(1, path("Ann ADDED_TO_CART Alien RATED Bob ADDED_TO_CART Blade Runner")))
                .isEqualTo("You added Alien to cart; someone who rated it also added Blade Runner to cart.");
    }

    @Test
    void tellsALinkTheWayItRuns() {
        // only Aliens -SEQUEL_OF-> Alien, relationship 1012, is there
        assertThat(sentence(1, linkBetween("Alien", "Aliens")))
                .isEqualTo("You rated Alien; Aliens is linked to it (sequel of).");
        assertThat(sentence(1, linkBetween("Aliens", "Alien")))
                .isEqualTo("You rated Aliens; it is linked to Alien (sequel of).");
    }

    @Test
    void tellsALongerWalkAsAChain() {
        assertThat(sentence(
                        1, path("Ann RATED Alien RATED Bob RATED Blade Runner DIRECTED Ridley Scott DIRECTED Alien")))
                .isEqualTo("You rated Alien: Alien → someone (rated) → Blade Runner (rated) → Ridley Scott (director)"
                        + " → Alien (director).");
    }

    @Test
    void tellsAWalkThatDoesNotBeginWithAnAction() {
        assertThat(sentence(1, path("Ann SEQUEL_OF Bob RATED Blade Runner")))
                .isEqualTo("You → someone (sequel of) → Blade Runner (rated).");
    }

    @Test
    void tellsWhatSpeaksAgainstAnItem() {
        assertThat(sentence(-1, path("Ann RATED Alien DIRECTED Ridley Scott DIRECTED Blade Runner")))
                .isEqualTo(
                        "You disliked Alien; Blade Runner has the same director, Ridley Scott, which speaks against it.");
        assertThat(sentence(-1, path("Ann RATED Alien RATED Bob RATED Blade Runner")))
                .isEqualTo(
                        "You disliked Alien; someone who rated it also rated Blade Runner, which speaks against it.");
    }

    @Test
    void tellsWhatWasFoldedIntoAnAction() {
        EvidencePath action = path("Ann RATED Alien");
        assertThat(EXPLAINER.sentence(new ActionContribution(action, 1_037, 1)))
                .isEqualTo("1,037 more ways from Alien, which you rated.");
        assertThat(EXPLAINER.sentence(new ActionContribution(action, 1, 1)))
                .isEqualTo("1 more way from Alien, which you rated.");
        assertThat(EXPLAINER.sentence(new ActionContribution(action, 2, -1)))
                .isEqualTo("2 more ways from Alien, which you disliked, speak against it.");
        assertThat(EXPLAINER.sentence(new ActionContribution(path("Ann ADDED_TO_CART Alien"), 2, 1)))
                .isEqualTo("2 more ways from Alien, which you added to cart.");
    }

    @Test
    void tellsHowManyPeopleMadeAnItemPopular() {
        int item = GraphFixture.node(GRAPH, "Alien");
        assertThat(EXPLAINER.sentence(new PopularityContribution(item, 1_204, 5)))
                .isEqualTo("Popular: 1,204 people rated it.");
        assertThat(EXPLAINER.sentence(new PopularityContribution(item, 1, 5))).isEqualTo("Popular: 1 person rated it.");
        assertThat(EXPLAINER.reason(new Ledger(5, List.of(new PopularityContribution(item, 3, 5))), item))
                .isEqualTo("Popular: 3 people rated it");
    }

    @Test
    void countsInteractionsWherePeopleDidDifferentThings() {
        GraphSnapshot graph =
                GraphFixture.parse(SCHEMA, "a-RATED->x, a-ADDED_TO_CART->x").build();
        assertThat(new Explainer(graph, String::valueOf).sentence(new PopularityContribution(1, 2, 2)))
                .isEqualTo("Popular: 2 interactions.");
    }

    @Test
    void tellsWhatAnAttributeOfAnItemGoesWith() {
        EvidencePath action = path("Ann RATED Alien");
        EvidencePath director = path("Gran Torino DIRECTED Clint Eastwood");
        EvidencePath sequel = path("Aliens SEQUEL_OF Alien");
        assertThat(EXPLAINER.sentence(new AttributeContribution(action, director, 1)))
                .isEqualTo("You rated Alien, which speaks for its director, Clint Eastwood.");
        assertThat(EXPLAINER.sentence(new AttributeContribution(null, sequel, -1)))
                .isEqualTo("What you did speaks against its link to Alien (sequel of).");
        assertThat(reason(
                        new AttributeContribution(action, sequel, 0.4),
                        new AttributeContribution(action, director, 0.3),
                        new AttributeContribution(path("Ann ADDED_TO_CART Alien"), director, 0.3)))
                .as("both shares of the director together")
                .isEqualTo("Its director, Clint Eastwood, goes with what you did");
    }

    @Test
    void tellsABaselineInItsOwnWords() {
        assertThat(EXPLAINER.sentence(new BaselineContribution("walks not looked at", -1)))
                .isEqualTo("Walks not looked at.");
    }

    @Test
    void givesAsReasonThePeopleWhoDidTheSame() {
        assertThat(reason(
                        contribution(0.3, path("Ann RATED Alien RATED Bob RATED Blade Runner")),
                        contribution(0.3, path("Ann RATED Alien RATED Cid RATED Blade Runner")),
                        contribution(0.5, path("Ann RATED Alien DIRECTED Ridley Scott DIRECTED Blade Runner"))))
                .isEqualTo("2 people who rated Alien also rated Blade Runner");
        assertThat(reason(contribution(0.3, path("Ann RATED Alien RATED Bob RATED Blade Runner"))))
                .isEqualTo("Someone who rated Alien also rated Blade Runner");
    }

    @Test
    void countsSomebodyWhoDidItTwiceOnce() {
        assertThat(reason(
                        contribution(0.3, path("Ann RATED Alien RATED Bob RATED Blade Runner")),
                        contribution(0.2, path("Ann ADDED_TO_CART Alien RATED Bob RATED Blade Runner"))))
                .isEqualTo("Someone who rated Alien also rated Blade Runner");
    }

    @Test
    void givesAsReasonTheAttributeThatWeighsMore() {
        assertThat(reason(
                        contribution(0.3, path("Ann RATED Alien RATED Bob RATED Blade Runner")),
                        contribution(0.5, path("Ann RATED Alien DIRECTED Ridley Scott DIRECTED Blade Runner"))))
                .isEqualTo("It has the same director as Alien, Ridley Scott");
    }

    @Test
    void givesAsReasonALinkOrAPersonOfTwoKinds() {
        assertThat(reason(contribution(1, linkBetween("Alien", "Aliens"))))
                .isEqualTo("It is linked to Alien (sequel of)");
        assertThat(reason(contribution(1, linkBetween("Aliens", "Alien"))))
                .isEqualTo("Aliens is linked to it (sequel of)");
        assertThat(reason(contribution(1, path("Ann RATED Unforgiven DIRECTED Clint Eastwood ACTED_IN Gran Torino"))))
                .isEqualTo("Clint Eastwood is the director of Unforgiven and its actor");
    }

    @Test
    void keepsActionsApartAndCountsWaysWhereThereIsNoBetterWord() {
        assertThat(reason(
                        new ActionContribution(path("Ann RATED Alien"), 20, 0.4),
                        new ActionContribution(path("Ann RATED Unforgiven"), 30, 0.3)))
                .isEqualTo("20 ways lead to it from Alien, which you rated");
        assertThat(reason(contribution(
                        1, path("Ann RATED Alien RATED Bob RATED Blade Runner DIRECTED Ridley Scott DIRECTED Alien"))))
                .isEqualTo("One way leads to it from Alien, which you rated");
    }

    @Test
    void givesNoReasonThatSpeaksAgainstTheItem() {
        assertThat(reason(
                        contribution(0.3, path("Ann RATED Alien RATED Bob RATED Blade Runner")),
                        contribution(-0.4, path("Ann RATED Unforgiven RATED Bob RATED Blade Runner"))))
                .isEqualTo("Someone who rated Alien also rated Blade Runner");
        assertThat(reason(contribution(-0.4, path("Ann RATED Alien RATED Bob RATED Blade Runner"))))
                .isEqualTo("Nothing in particular speaks for it");
    }

    @Test
    void saysTheSameToSomebodyWhoIsNotInTheGraph() {
        EvidencePath known = path("Ann RATED Alien DIRECTED Ridley Scott DIRECTED Blade Runner");
        List<Integer> nodes = new java.util.ArrayList<>(known.nodes());
        nodes.set(0, RecommendationGraph.NO_NODE);
        assertThat(sentence(1, new EvidencePath(nodes, known.steps()))).isEqualTo(sentence(1, known));
    }

    private static String sentence(double value, EvidencePath path) {
        return EXPLAINER.sentence(contribution(value, path));
    }

    private static Contribution contribution(double value, EvidencePath path) {
        return new PathContribution(path, value);
    }

    private static String reason(Contribution... contributions) {
        double score =
                Arrays.stream(contributions).mapToDouble(Contribution::value).sum();
        return EXPLAINER.reason(new Ledger(score, List.of(contributions)), GraphFixture.node(GRAPH, "Blade Runner"));
    }

    private static EvidencePath linkBetween(String from, String to) {
        EvidencePath path = path("Ann RATED " + from + " SEQUEL_OF " + to);
        return new EvidencePath(path.nodes(), List.of(path.steps().get(0), new EvidencePath.Step(SEQUEL_OF, 1012)));
    }

    /** Nodes and relationship types as they are read, for example {@code "Ann RATED Alien"}. */
    private static EvidencePath path(String text) {
        List<String> types =
                SCHEMA.relationshipTypes().stream().map(RelationshipType::name).toList();
        String separator = " (?:" + String.join("|", types) + ") ";
        List<Integer> nodes = Arrays.stream(text.split(separator))
                .map(name -> GraphFixture.node(GRAPH, name))
                .toList();
        List<EvidencePath.Step> steps = Arrays.stream(text.split(" "))
                .filter(types::contains)
                .map(name -> new EvidencePath.Step(types.indexOf(name), 0))
                .toList();
        assertThat(IntStream.of(nodes.size())).containsExactly(steps.size() + 1);
        return new EvidencePath(nodes, steps);
    }
}
