// One of each type that the declaration names besides those of the data.
// Parameters: $n (key)
// Columns: none
MERGE (user:User {id: $n})
MERGE (item:Item {id: $n})
MERGE (tag:BenchTag {name: 'seed'})
MERGE (user)-[:BENCH_HIDDEN]->(item)
MERGE (item)-[:BENCH_TAGGED]->(tag)
