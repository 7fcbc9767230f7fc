// Everybody else has liked the giant item and one of their own.
// Parameters: $degree, $items, $firstMillis
// Columns: none
MATCH (giant:Item {id: 0})
UNWIND range(1, $degree) AS n
CALL (giant, n) {
  MATCH (fan:User {id: n}), (own:Item {id: 1 + (n * 48271) % ($items - 1)})
  CREATE (fan)-[:LIKED {at: $firstMillis + n * 1000}]->(giant)
  CREATE (fan)-[:LIKED {at: $firstMillis + n * 1000}]->(own)
} IN TRANSACTIONS OF 50000 ROWS
