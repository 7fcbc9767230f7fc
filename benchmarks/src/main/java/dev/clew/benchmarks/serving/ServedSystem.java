package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.database.CypherFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to get recommendations over Bolt.
 *
 * @param name as results write it
 * @param statement gives the items' keys in its first column, best first; asks for the user {@code $u}
 * @param parameters the statement's other parameters
 * @param needs in this order
 * @param recommends false if the answer is no list of items
 */
record ServedSystem(
        String name, String statement, Map<String, Object> parameters, List<Preparation> needs, boolean recommends) {

    ServedSystem {
        parameters = Map.copyOf(parameters);
        needs = List.copyOf(needs);
    }

    /** A system whose statement lies in the file of its name. */
    static ServedSystem of(String name, Map<String, Object> parameters, Preparation... needs) {
        return new ServedSystem(name, CypherFile.read(ServedSystem.class, name), parameters, List.of(needs), true);
    }

    Map<String, Object> parametersFor(Long user) {
        var all = new HashMap<>(parameters);
        all.put("u", user);
        return all;
    }
}
