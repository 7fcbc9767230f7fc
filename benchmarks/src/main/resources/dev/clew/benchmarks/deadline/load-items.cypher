// Items, each with a tag.
// Parameters: $degree, $tags
// Columns: none
UNWIND range(0, $degree - 1) AS n
CALL (n) {
  MATCH (tag:Tag {id: n % $tags})
  CREATE (:Item {id: n})-[:TAGGED]->(tag)
} IN TRANSACTIONS OF 50000 ROWS
