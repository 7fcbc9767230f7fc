package dev.clew.core.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What users did to an item, in the past tense, read off the name of a relationship type: RATED is "rated", LIKES "liked", ADDED_TO_CART
 * "added ... to cart".
 *
 * @param head stands before the object
 * @param tail stands after the object, with its leading space; often empty
 */
record Verb(String head, String tail) {
    static final Verb DISLIKED = new Verb("disliked", "");

    private static final Set<String> PREPOSITIONS =
            Set.of("with", "to", "on", "for", "at", "in", "of", "by", "about", "from", "into", "over");
    private static final Set<String> AUXILIARIES = Set.of("has", "have", "had", "was", "is");
    private static final Map<String, String> PREPOSITION_OF = Map.of(
            "interacted", "with",
            "listened", "to",
            "clicked", "on",
            "subscribed", "to",
            "commented", "on",
            "looked", "at",
            "searched", "for",
            "voted", "for");
    private static final Map<String, String> IRREGULAR = irregular(
            "buy bought",
            "see saw",
            "seen saw",
            "read read",
            "take took",
            "taken took",
            "give gave",
            "given gave",
            "get got",
            "make made",
            "choose chose",
            "chosen chose",
            "keep kept",
            "find found",
            "send sent",
            "hear heard",
            "eat ate",
            "eaten ate",
            "drink drank",
            "write wrote",
            "written wrote",
            "win won",
            "sell sold",
            "pay paid",
            "spend spent",
            "wear wore",
            "worn wore",
            "ride rode",
            "drive drove",
            "go went",
            "hide hid",
            "hidden hid",
            "know knew",
            "known knew",
            "do did",
            "done did",
            "visit visited",
            "order ordered",
            "favorite favorited",
            "love loved",
            "feed fed",
            "hold held",
            "leave left",
            "meet met",
            "put put",
            "set set",
            "think thought");

    private static Map<String, String> irregular(String... pairs) {
        Map<String, String> past = new java.util.HashMap<>();
        for (String pair : pairs) {
            int space = pair.indexOf(' ');
            past.put(pair.substring(0, space), pair.substring(space + 1));
            past.put(pair.substring(space + 1), pair.substring(space + 1));
        }
        return Map.copyOf(past);
    }

    /** By relationship type. Types are declared, so there are few. */
    private static final Map<String, Verb> KNOWN = new ConcurrentHashMap<>();

    /** The verb a relationship type is named after. A name that is no verb is taken for one. */
    static Verb of(String relationshipType) {
        return KNOWN.computeIfAbsent(relationshipType, Verb::read);
    }

    private static Verb read(String relationshipType) {
        List<String> words = words(relationshipType);
        String verb = past(words.get(0));
        if (words.size() == 1) {
            String preposition = PREPOSITION_OF.get(verb);
            return new Verb(preposition == null ? verb : verb + " " + preposition, "");
        }
        String rest = " " + String.join(" ", words.subList(1, words.size()));
        boolean objectLast = PREPOSITIONS.contains(words.get(words.size() - 1));
        return objectLast ? new Verb(verb + rest, "") : new Verb(verb, rest);
    }

    private static List<String> words(String relationshipType) {
        String spaced = relationshipType.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(spaced.split("[_\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of(relationshipType);
        }
        boolean auxiliary = words.size() > 1 && AUXILIARIES.contains(words.get(0));
        return auxiliary ? words.subList(1, words.size()) : words;
    }

    private static String past(String word) {
        String base = base(word);
        if (IRREGULAR.containsKey(word) || IRREGULAR.containsKey(base)) {
            return IRREGULAR.getOrDefault(word, IRREGULAR.getOrDefault(base, word));
        }
        return word.endsWith("ed") ? word : regularPast(base);
    }

    /** Without the ending of the third person: likes, watches, tries. */
    private static String base(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(ch|sh|ss|x|zz|o)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    private static String regularPast(String base) {
        if (base.endsWith("e")) {
            return base + "d";
        }
        if (base.matches(".*[^aeiou]y")) {
            return base.substring(0, base.length() - 1) + "ied";
        }
        boolean oneShortVowel = base.matches("[^aeiou]*[aeiou][^aeiouwxy]");
        return oneShortVowel ? base + base.charAt(base.length() - 1) + "ed" : base + "ed";
    }

    /** For example "rated Alien", "added Alien to cart". */
    String with(String object) {
        return head + " " + object + tail;
    }

    /** For a relative clause, as in "Alien, which you rated". */
    String bare() {
        return head + tail;
    }
}
