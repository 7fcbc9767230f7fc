// The giant user has liked all items but the last ones, each a second after the one before.
// Parameters: $degree, $firstMillis
// Columns: none
MATCH (giant:User {id: 0})
UNWIND range(0, $degree - 1) AS n
CALL (giant, n) {
  MATCH (item:Item {id: n})
  CREATE (giant)-[:LIKED {at: $firstMillis + n * 1000}]->(item)
} IN TRANSACTIONS OF 50000 ROWS
