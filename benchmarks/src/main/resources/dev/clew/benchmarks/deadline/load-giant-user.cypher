// The giant user has liked every item, a second after the last one.
// Parameters: $degree, $firstMillis
// Columns: none
MATCH (giant:User {id: 0})
UNWIND range(0, $degree - 1) AS n
CALL (giant, n) {
  MATCH (item:Item {id: n})
  CREATE (giant)-[:LIKED {at: $firstMillis + n * 1000}]->(item)
} IN TRANSACTIONS OF 50000 ROWS
