package dev.clew.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbTest {

    @ParameterizedTest
    @CsvSource({
        "RATED, rated Alien",
        "BOUGHT, bought Alien",
        "BUYS, bought Alien",
        "LIKES, liked Alien",
        "LIKE, liked Alien",
        "INTERACTED, interacted with Alien",
        "INTERACTED_WITH, interacted with Alien",
        "VIEWED, viewed Alien",
        "VIEWS, viewed Alien",
        "WATCHED, watched Alien",
        "WATCHES, watched Alien",
        "ADDED_TO_CART, added Alien to cart",
        "ADDS_TO_CART, added Alien to cart",
        "LISTENED_TO, listened to Alien",
        "LISTENS, listened to Alien",
        "READ, read Alien",
        "READS, read Alien",
        "HAS_SEEN, saw Alien",
        "SAW, saw Alien",
        "HAS_PURCHASED, purchased Alien",
        "PURCHASE, purchased Alien",
        "TRIES, tried Alien",
        "CARRY, carried Alien",
        "PLAYS, played Alien",
        "SKIP, skipped Alien",
        "VISITS, visited Alien",
        "CLICKED, clicked on Alien",
        "watchedMovie, watched Alien movie",
        "CHECKED_OUT, checked Alien out"
    })
    void readsAVerbOffARelationshipType(String type, String expected) {
        assertThat(Verb.of(type).with("Alien")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"RATED, rated", "ADDED_TO_CART, added to cart", "INTERACTED, interacted with"})
    void standsWithoutItsObjectInARelativeClause(String type, String expected) {
        assertThat(Verb.of(type).bare()).isEqualTo(expected);
    }
}
