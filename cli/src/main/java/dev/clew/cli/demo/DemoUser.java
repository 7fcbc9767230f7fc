package dev.clew.cli.demo;

import org.neo4j.driver.Record;

/**
 * A user for whom the demo shows recommendations.
 *
 * @param id the key, a string or an integer
 * @param name what to call them
 */
record DemoUser(Object id, String name) {

    static DemoUser of(Record row) {
        Object id = row.get("id").asObject();
        return new DemoUser(id, row.get("name").asString("User " + id));
    }
}
