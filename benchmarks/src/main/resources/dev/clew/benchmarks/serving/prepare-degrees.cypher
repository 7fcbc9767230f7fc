// Stores on each node how many interactions it has.
// Parameters: none
// Columns: none
MATCH (n:User|Item)
CALL (n) {
  SET n.clewBenchmarkDegree = COUNT { (n)-[:INTERACTED]-() }
} IN TRANSACTIONS OF 10000 ROWS
