package dev.clew.cli.demo;

import org.neo4j.driver.Record;

/** One row of an answer as the table shows it. */
record RecommendedItem(long rank, String name, double score, String reason) {

    static RecommendedItem of(Record row) {
        return new RecommendedItem(
                row.get("rank").asLong(),
                row.get("name").isNull()
                        ? row.get("itemId").asObject().toString()
                        : row.get("name").asString(),
                row.get("score").asDouble(),
                row.get("reason").asString(""));
    }
}
