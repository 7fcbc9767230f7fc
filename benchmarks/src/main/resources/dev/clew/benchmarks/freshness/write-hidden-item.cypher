// The asker does not want to see the item again.
// Parameters: $n (first of ten keys)
// Columns: none
MATCH (user:User {id: $n}), (item:Item {id: $n + 1})
CREATE (user)-[:BENCH_HIDDEN]->(item)
